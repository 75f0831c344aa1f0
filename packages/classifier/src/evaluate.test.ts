import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { areaUnderCurve, evaluate } from './evaluate.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

/** A model whose logits are its features. */
const passing = (width: number) =>
  layers.sequential({
    layers: [
      layers.layers.dense({ units: width, useBias: false, inputShape: [width], kernelInitializer: 'identity' }),
      layers.layers.activation({ activation: width === 1 ? 'sigmoid' : 'softmax' }),
    ],
  });

test('two classes: accuracy, confusion, loss and AUC are those worked out by hand', () => {
  const data = { features: Float32Array.of(2, -1, 0.5, -3), labels: Uint8Array.of(1, 0, 0, 1), width: 1 };
  const { n, accuracy, confusion, loss, auc } = evaluate(passing(1), data);
  expect([n, accuracy, confusion]).toEqual([
    4,
    0.5,
    [
      [1, 1],
      [1, 1],
    ],
  ]);
  const surprise = (logit: number) => Math.log(1 + Math.exp(-logit));
  expect(loss).toBeCloseTo((surprise(2) + surprise(1) + surprise(-0.5) + surprise(-3)) / 4, 6);
  expect(auc).toBe(0.5);
});

test('three classes: the largest logit decides, and there is no AUC', () => {
  const data = { features: Float32Array.of(1, 2, 3, 9, 1, 1, 0, 5, 4), labels: Uint8Array.of(2, 0, 2), width: 3 };
  const { accuracy, confusion, loss, auc } = evaluate(passing(3), data);
  expect(accuracy).toBeCloseTo(2 / 3);
  expect(confusion).toEqual([
    [1, 0, 0],
    [0, 0, 0],
    [0, 1, 1],
  ]);
  const surprise = (logits: number[], label: number) =>
    Math.log(logits.reduce((sum, l) => sum + Math.exp(l), 0)) - logits[label];
  expect(loss).toBeCloseTo((surprise([1, 2, 3], 2) + surprise([9, 1, 1], 0) + surprise([0, 5, 4], 2)) / 3, 5);
  expect(auc).toBeNull();
});

test('logits far out neither overflow nor lose their loss', () => {
  const data = { features: Float32Array.of(1000, -1000), labels: Uint8Array.of(0, 0), width: 1 };
  expect(evaluate(passing(1), data).loss).toBe(500);
});

test('the area under the curve is the share of pairs in order, ties counting half', () => {
  const sample = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1 }));
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), (samples) => {
      const [zeros, ones] = [0, 1].map((label) => samples.filter((one) => one[1] === label).map(([score]) => score));
      const pairs = ones.flatMap((one) => zeros.map((zero) => (one > zero ? 1 : one === zero ? 0.5 : 0)));
      const expected = pairs.length === 0 ? null : pairs.reduce<number>((sum, value) => sum + value, 0) / pairs.length;
      const actual = areaUnderCurve(
        samples.map(([score]) => score),
        samples.map(([, label]) => label),
      );
      if (expected === null) expect(actual).toBeNull();
      else expect(actual).toBeCloseTo(expected, 12);
    }),
    { seed: 3 },
  );
});

test('no samples are refused', () => {
  const none = { features: new Float32Array(0), labels: new Uint8Array(0), width: 1 };
  expect(() => evaluate(passing(1), none)).toThrow('There are no samples to evaluate on.');
});

import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { hybrid } from './hybrid.ts';
import { PRESETS, presetNamed } from './presets.ts';
import { twin } from './twin.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const weightsOf = (model: ReturnType<typeof hybrid>) => model.getWeights().map((weight) => [...weight.dataSync()]);

test.each([
  ['lite', 57],
  ['base', 105],
  ['blocks', 105],
])('%s has %i weights, as the design counts them', (name, weights) => {
  expect(hybrid(presetNamed(name).model).countParams()).toBe(weights);
});

test.each(Object.keys(PRESETS))('the twin of %s has its number of weights, within one unit', (name) => {
  const { model } = presetNamed(name);
  const parameters = hybrid(model).countParams();
  expect(Math.abs(twin({ features: model.features, parameters }).countParams() - parameters)).toBeLessThanOrEqual(9);
});

test('a seed decides where all weights start, and another starts elsewhere', () => {
  const options = { ...PRESETS.lite.model, hidden: [8] };
  expect(weightsOf(hybrid({ ...options, seed: 4 }))).toEqual(weightsOf(hybrid({ ...options, seed: 4 })));
  expect(weightsOf(hybrid({ ...options, seed: 4 }))).not.toEqual(weightsOf(hybrid({ ...options, seed: 5 })));
});

test('the scale starts at a half, and lower where there are more than 16 layers', () => {
  const start = (layers: number) => weightsOf(hybrid({ features: 2, qubits: 1, layers }))[0][0];
  expect(start(4)).toBe(0.5);
  expect(start(64)).toBeCloseTo(0.25, 7);
});

test('it gives one probability for two classes, and one a class for more', () => {
  const [two, three] = [2, 3].map((classes) => hybrid({ features: 4, qubits: 2, layers: 2, classes, hidden: [3] }));
  const x = tf.randomNormal([5, 4], 0, 1, 'float32', 1);
  expect((two.predict(x) as tf.Tensor).shape).toEqual([5, 1]);
  const sums = tf.sum(three.predict(x) as tf.Tensor, 1).dataSync();
  for (const sum of sums) expect(sum).toBeCloseTo(1, 6);
});

test('a model that cannot be is refused in words', () => {
  expect(() => hybrid({ features: 40, qubits: 4, layers: 8 })).toThrow('Take 10 layers or more, or fewer features.');
  expect(() => hybrid({ features: 4, qubits: 2, layers: 2, classes: 1 })).toThrow('A head tells 1 classes apart.');
  expect(() => hybrid({ features: 4, qubits: 2, layers: 2, hidden: [0] })).toThrow('A hidden layer has 0 units.');
  expect(() => presetNamed('bset')).toThrow('There is no preset bset. There are lite, base, blocks.');
});

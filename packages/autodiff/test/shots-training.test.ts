import '@tensorflow/tfjs-backend-cpu';
import { reference, sampling } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { naturalOptimizer, type QuantumLayer } from '../src/tfjs/index.ts';
import { hybrid, labels, layer, points, squares } from './small-layers.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

/** The small circuit measured with so many shots, differentiated by parameter shift. */
const measured = (shots: number, seed: number, options = {}): QuantumLayer =>
  layer({ simulator: sampling(reference(), { shots, seed }), ...options });

const OPTIMIZERS = {
  Adam: () => tf.train.adam(0.05),
  'the natural gradient': () => naturalOptimizer({ rate: 0.05, others: tf.train.adam(0.05) }),
};

test.each(Object.entries(OPTIMIZERS))('a layer measured with 200 shots learns in fit by %s', async (_, optimizer) => {
  const circuit = measured(200, 1);
  const model = hybrid(circuit);
  model.compile({ optimizer: optimizer(), loss: 'sparseCategoricalCrossentropy' });
  const { history } = await model.fit(points(), labels(), { epochs: 8, batchSize: 16, shuffle: false, verbose: 0 });
  expect(Number(history.loss.at(-1))).toBeLessThan(0.8 * Number(history.loss[0]));
});

/** On 64 rows; steps found were 0.07 to 0.26. */
const BOUND = 1;

test.each([1, 2, 5])('one natural step with shots: %i goes not far', (shots) => {
  for (let seed = 0; seed < 5; seed++) {
    const circuit = measured(shots, seed, { inputShape: [2] });
    const model = layers.sequential({ layers: [circuit] });
    const loss = () => tf.div(squares(model.apply(points())), 64) as tf.Scalar;
    const before = circuit.readWeights();
    naturalOptimizer().minimize(loss);
    const moves = circuit.readWeights().map((weight, k) => Math.abs(weight - before[k]));
    expect(Math.max(...moves)).toBeLessThan(BOUND);
  }
});

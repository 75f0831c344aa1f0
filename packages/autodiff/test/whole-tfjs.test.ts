import { angleEncoding, circuit, eachZ, features, hardwareEfficient } from '@hqnn/circuits';
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { quantum } from '../src/tfjs/index.ts';

test('the layer is at home in the whole of tfjs, on the backend that it chooses', async () => {
  tf.env().set('PROD', true);
  const measured = circuit(2, angleEncoding(features(2)), hardwareEfficient(2, { layers: 2 }));
  const model = tf.sequential({
    layers: [quantum({ circuit: measured, observables: eachZ(2), inputShape: [2] }), tf.layers.dense({ units: 1 })],
  });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const { history } = await model.fit(tf.randomNormal([16, 2]), tf.zeros([16, 1]), { epochs: 3, verbose: 0 });
  expect(history.loss.at(-1)).toBeLessThan(Number(history.loss[0]));
});

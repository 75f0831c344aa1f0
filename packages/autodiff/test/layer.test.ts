import '@tensorflow/tfjs-backend-cpu';
import { angleEncoding, circuit, crx, eachZ, features, ry, vector } from '@hqnn/circuits';
import { metered, reference, simulator } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { adjoint, finiteDifference, parameterShift } from '../src/index.ts';
import { quantum } from '../src/tfjs/index.ts';
import { dense, labels, layer, methods, points, settled, squares } from './small-layers.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

/** The slope of a loss in every trained weight of a model, one array a variable. */
function slopesOf(model: layers.LayersModel, loss: () => tf.Scalar): readonly Float32Array[] {
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { grads } = tf.variableGrads(loss, variables);
  return variables.map(({ name }) => grads[name].dataSync() as Float32Array);
}

const near = (actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) => {
  expect(actual).toHaveLength(expected.length);
  for (let k = 0; k < expected.length; k++) expect(Math.abs(actual[k] - expected[k])).toBeLessThan(tolerance);
};

/** Double precision inside, 32-bit floats outside; by differences, far less. */
const TOLERANCES: Readonly<Record<string, number>> = { 'finite-difference': 1e-4 };
const DEFAULT_TOLERANCE = 2e-5;

const hybrid = (options = {}) =>
  layers.sequential({
    layers: [dense(2, 1, { inputShape: [2], activation: 'tanh' }), layer(options), dense(1, 2)],
  });

test.each(settled)('$name: the gradient of a batch is the sum of those of its rows', (method) => {
  const model = hybrid({ method, simulator: reference() });
  const x = points(7);
  const batch = slopesOf(model, () => squares(model.apply(x)));
  const rows = tf.split(x, 7).map((row) => slopesOf(model, () => squares(model.apply(row))));
  batch.forEach((slopes, k) => {
    const sum = slopes.map((_, j) => rows.reduce((total, row) => total + row[k][j], 0));
    near(slopes, sum, TOLERANCES[method.name] ?? DEFAULT_TOLERANCE);
  });
});

test('a batch of one row has the outputs of that row among others', () => {
  const model = hybrid();
  const all = (model.apply(points(5)) as tf.Tensor).dataSync();
  const [third] = (model.apply(tf.slice(points(5), [2, 0], [1, 2])) as tf.Tensor).dataSync();
  expect(third).toBe(all[2]);
});

test.each(settled)('$name: the slopes in a dense layer before the circuit are central differences', (method) => {
  const model = hybrid({ method, simulator: reference() });
  const [x, kernel] = [points(6), model.layers[0].getWeights()[0]];
  const [slopes] = slopesOf(model, () => squares(model.apply(x)));
  const values = kernel.dataSync().slice();
  const [, ...others] = model.layers[0].getWeights();
  const at = (k: number, by: number) => {
    const moved = tf.tensor(
      values.map((value, j) => value + (j === k ? by : 0)),
      kernel.shape,
    );
    model.layers[0].setWeights([moved, ...others]);
    return squares(model.apply(x)).dataSync()[0];
  };
  // 32-bit floats leave a difference over so wide a step some 1e-3.
  near(
    slopes,
    values.map((_, k) => (at(k, 0.01) - at(k, -0.01)) / 0.02),
    2e-3,
  );
});

test.each(methods)('$name: what is before the circuit trains without any switch', async (method) => {
  const model = hybrid({ method });
  const before = model.getWeights().map((weights) => weights.dataSync().slice());
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit(points(16), labels(16), { epochs: 4, verbose: 0 });
  model.getWeights().forEach((weights, k) => expect(weights.dataSync()).not.toEqual(before[k]));
});

test('circuits of different methods and simulators learn in one functional model', async () => {
  const input = layers.input({ shape: [2] });
  const double = simulator({ precision: 'double', threads: 1 });
  const branches = [
    layer({ method: parameterShift }),
    layer({ method: adjoint, simulator: double }),
    layer({ method: finiteDifference, simulator: reference() }),
  ].map((branch) => branch.apply(input) as layers.SymbolicTensor);
  const joined = layers.layers.concatenate().apply(branches) as layers.SymbolicTensor;
  const outputs = dense(2, 5, { activation: 'softmax' }).apply(joined) as layers.SymbolicTensor;
  const model = layers.model({ inputs: input, outputs });
  model.compile({ optimizer: tf.train.adam(0.05), loss: 'sparseCategoricalCrossentropy' });
  const { history } = await model.fit(points(), labels(), { epochs: 15, verbose: 0, shuffle: false });
  expect(history.loss.at(-1)).toBeLessThan(0.8 * Number(history.loss[0]));
  const fresh = layer({ inputShape: [2] });
  layers.sequential({ layers: [fresh] });
  const start = fresh.getWeights()[0].dataSync();
  for (const { sourceLayer } of branches) expect(sourceLayer.getWeights()[0].dataSync()).not.toEqual(start);
  double.dispose();
});

test('a layer that is applied twice sums the slopes of both', () => {
  // z ↦ cos(z + θ), applied to its own output: the slope in θ has two parts.
  const theta = vector('theta', 1);
  const shared = quantum({
    circuit: circuit(1, angleEncoding(features(1)), ry(theta[0], 0)),
    observables: eachZ(1),
    initial: { theta: layers.initializers.constant({ value: 0.4 }) },
  });
  const input = layers.input({ shape: [1] });
  const outputs = shared.apply(shared.apply(input)) as layers.SymbolicTensor;
  const model = layers.model({ inputs: input, outputs });
  expect(model.trainableWeights).toHaveLength(1);
  const [[slope]] = slopesOf(model, () => tf.sum(model.apply(tf.tensor2d([[0.3]])) as tf.Tensor) as tf.Scalar);
  const inner = Math.cos(0.3 + 0.4);
  const expected = -Math.sin(inner + 0.4) * (1 - Math.sin(0.3 + 0.4));
  expect(Math.abs(slope - expected)).toBeLessThan(DEFAULT_TOLERANCE);
});

test('a frozen circuit costs nothing where it is first, and passes slopes on where it is not', () => {
  const meter = metered(reference());
  const frozen = { simulator: meter, trainable: false, method: adjoint };
  const first = layers.sequential({ layers: [layer({ ...frozen, inputShape: [2] }), dense(1, 2)] });
  slopesOf(first, () => squares(first.apply(points(8))));
  expect(meter.executions()).toBe(8);

  const within = hybrid(frozen);
  const free = hybrid({ ...frozen, trainable: true });
  const slopes = slopesOf(within, () => squares(within.apply(points(8))));
  const [kernel, bias, , ...head] = slopesOf(free, () => squares(free.apply(points(8))));
  expect(slopes).toEqual([kernel, bias, ...head]);
});

test('slopes in inputs of whole numbers are those in the same floats', () => {
  const model = layers.sequential({ layers: [layer({ inputShape: [2] })] });
  const whole = tf.tensor2d(
    [
      [1, 2],
      [0, -1],
    ],
    [2, 2],
    'int32',
  );
  const slopes = [whole, tf.cast(whole, 'float32')].map((x) =>
    tf
      .grad((at: tf.Tensor) => squares(model.apply(at)))(x)
      .dataSync(),
  );
  expect(slopes[0]).toEqual(slopes[1]);
});

test('a control before a batch behind a dense layer: four terms, and the slopes of the sweep', () => {
  const theta = vector('theta', 1);
  const controlled = circuit(2, angleEncoding(features(2)), crx(theta[0], 0, 1));
  const [shift, sweep] = [parameterShift, adjoint].map((method) => {
    const model = layers.sequential({
      layers: [
        dense(2, 1, { inputShape: [2] }),
        quantum({ circuit: controlled, observables: eachZ(2), method, initial: { theta: layers.initializers.ones() } }),
      ],
    });
    return slopesOf(model, () => squares(model.apply(points(5))));
  });
  shift.forEach((slopes, k) => near(slopes, sweep[k], DEFAULT_TOLERANCE));
});

import '@tensorflow/tfjs-backend-cpu';
import { eachZ, reuploading } from '@hqnn/circuits';
import { depolarizing, noisy, reference } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { exact, hybrid, layer, points, squares, steepest, values } from '../../test/small-layers.ts';
import { type NaturalOptions, naturalGradient } from '../index.ts';
import { naturalOptimizer } from './natural-optimizer.ts';
import { type QuantumLayer, quantum } from './quantum.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const SINGLE = 2e-5;
const RATE = 0.1;

const near = (actual: ArrayLike<number>, expected: ArrayLike<number>) => {
  expect(actual).toHaveLength(expected.length);
  for (let k = 0; k < expected.length; k++) expect(Math.abs(actual[k] - expected[k])).toBeLessThan(SINGLE);
};

/** Where the weights of a layer are after a step by hand, with the metric at these rows. */
function steppedBy(of: QuantumLayer, loss: () => tf.Scalar, x: ArrayLike<number>, options: NaturalOptions = {}) {
  const { grads } = tf.variableGrads(loss);
  const slopes = of.weights.flatMap((weight) => [...grads[(weight.read() as tf.Variable).name].dataSync()]);
  const theta = of.readWeights();
  const direction = naturalGradient(of.simulator, of.compiled.program, x, theta, slopes, options);
  return theta.map((weight, k) => weight - RATE * direction[k]);
}

describe('a step', () => {
  test.each([{}, { approximation: 'full' }, { approximation: 'diagonal', damping: 0.1 }] as const)(
    'of fit is that of naturalGradient with %o, at the rows of the batch',
    async (options) => {
      const circuit = layer({ ...exact, inputShape: [2] });
      const model = layers.sequential({ layers: [circuit] });
      const [x, y] = [points(5), tf.ones([5, 2])];
      const loss = () => tf.losses.meanSquaredError(y, model.apply(x) as tf.Tensor) as tf.Scalar;
      const expected = steppedBy(circuit, loss, x.dataSync(), options);
      const optimizer = naturalOptimizer({ rate: RATE, ...options, others: tf.train.sgd(RATE) });
      model.compile({ optimizer, loss: 'meanSquaredError' });
      await model.fit(x, y, { batchSize: 5, epochs: 1, shuffle: false, verbose: 0 });
      near(circuit.readWeights(), expected);
      expect(optimizer.iterations).toBe(1);
    },
  );

  test('with much damping is one of steepest descent', () => {
    const [model, plain, x] = [hybrid(), hybrid(), points(6)];
    steepest(RATE, tf.train.sgd(RATE)).minimize(() => squares(model.apply(x)));
    tf.train.sgd(RATE).minimize(() => squares(plain.apply(x)));
    near(values(model).flat(), values(plain).flat());
  });

  test('leaves the other weights to the other optimiser, moment by moment', () => {
    const [model, plain, x] = [hybrid(), hybrid(), points(6)];
    const [circuit, same] = [model, plain].map((one) => one.layers[1] as QuantumLayer);
    const [natural, adam] = [naturalOptimizer({ others: tf.train.adam(RATE) }), tf.train.adam(RATE)];
    for (let k = 0; k < 4; k++) {
      natural.minimize(() => squares(model.apply(x)));
      adam.minimize(() => squares(plain.apply(x)));
      same.writeWeights(circuit.readWeights());
    }
    expect(values(model)).toEqual(values(plain));
  });

  test('of a layer that is applied twice takes the metric at the rows of both calls', () => {
    const circuit = layer(exact);
    const input = layers.input({ shape: [2] });
    const outputs = circuit.apply(circuit.apply(input)) as layers.SymbolicTensor;
    const model = layers.model({ inputs: input, outputs });
    const x = points(4);
    const loss = () => squares(model.apply(x));
    const rows = [...(circuit.apply(x) as tf.Tensor).dataSync(), ...x.dataSync()];
    const expected = steppedBy(circuit, loss, rows);
    naturalOptimizer({ rate: RATE }).minimize(loss);
    near(circuit.readWeights(), expected);
  });

  test('after several gradients takes the metric at the rows of all', () => {
    const circuit = layer({ ...exact, inputShape: [2] });
    const model = layers.sequential({ layers: [circuit] });
    const x = points(8);
    const loss = (first: number, rows: number) => () => squares(model.apply(tf.slice(x, [first, 0], [rows, 2])));
    const expected = steppedBy(circuit, loss(0, 8), x.dataSync());
    const optimizer = naturalOptimizer({ rate: RATE });
    const [one, other] = [loss(0, 3), loss(3, 5)].map((part) => optimizer.computeGradients(part).grads);
    optimizer.applyGradients(
      Object.entries(one).map(([name, tensor]) => ({ name, tensor: tf.add(tensor, other[name]) })),
    );
    near(circuit.readWeights(), expected);
  });

  test('takes the metric at the rows as they were, whose array is filled anew before it', () => {
    const circuit = layer({ ...exact, inputShape: [2] });
    const model = layers.sequential({ layers: [circuit] });
    const own = points(4).dataSync() as Float32Array;
    const x = tf.tensor2d(own, [4, 2]);
    const loss = () => squares(model.apply(x));
    const expected = steppedBy(circuit, loss, own.slice());
    const optimizer = naturalOptimizer({ rate: RATE });
    const { grads } = optimizer.computeGradients(loss);
    own.fill(0.5);
    optimizer.applyGradients(grads);
    near(circuit.readWeights(), expected);
  });

  test('after a gradient that failed forgets its rows', () => {
    const circuit = layer({ ...exact, inputShape: [2] });
    const model = layers.sequential({ layers: [circuit] });
    const [x, far] = [points(3), points(7)];
    const expected = steppedBy(circuit, () => squares(model.apply(x)), x.dataSync());
    const optimizer = naturalOptimizer({ rate: RATE });
    // The slopes of the outer call are found before those of the inner one are not.
    const failing = () => {
      const inner = circuit.apply(far) as tf.Tensor;
      return tf.add(squares(circuit.apply(inner)), tf.mul(Number.NaN, tf.sum(inner))) as tf.Scalar;
    };
    expect(() => optimizer.minimize(failing)).toThrow('The slope of the loss');
    optimizer.minimize(() => squares(model.apply(x)));
    near(circuit.readWeights(), expected);
  });

  test('goes on a simulator of estimates by the block-diagonal metric, and refuses the full one before it moves anything', () => {
    const noise = { single: [depolarizing(0.05)], trajectories: 30, seed: 1 };
    const model = hybrid(layer({ simulator: noisy(reference(), noise) }));
    const [before, loss] = [values(model), () => squares(model.apply(points(3)))];
    expect(() => naturalOptimizer({ approximation: 'full' }).minimize(loss)).toThrow(
      'The full metric is made of amplitudes',
    );
    expect(values(model)).toEqual(before);
    naturalOptimizer().minimize(loss);
    values(model).forEach((weights, k) => expect(weights).not.toEqual(before[k]));
  });
});

describe('what is not moved', () => {
  test('a layer that is frozen as it is made, or later', () => {
    const model = hybrid(layer({ ...exact, trainable: false }));
    const later = hybrid();
    later.compile({ optimizer: naturalOptimizer(), loss: 'sparseCategoricalCrossentropy' });
    later.layers[1].trainable = false;
    const [circuit, frozen] = [model, later].map((one) => one.layers[1]);
    const before = [model, later, circuit, frozen].map(values);
    naturalOptimizer().minimize(() => squares(model.apply(points(3))));
    later.optimizer.minimize(() => squares(later.apply(points(3))));
    const after = [model, later, circuit, frozen].map(values);
    expect(after.slice(2)).toEqual(before.slice(2));
    expect([after[0][0], after[1][0]]).not.toEqual([before[0][0], before[1][0]]);
  });

  test('a layer without a gradient before the step, which is an error', () => {
    const model = hybrid(layer({ ...exact, name: 'lonely' }));
    const loss = () => squares(model.apply(points(3)));
    const said =
      'The metric of lonely is taken where it was differentiated, but the optimiser has not seen that since its last step.';
    const [optimizer, before] = [naturalOptimizer(), values(model)];
    expect(() => optimizer.applyGradients(tf.variableGrads(loss).grads)).toThrow(said);
    expect(values(model)).toEqual(before);
    const { grads } = optimizer.computeGradients(loss);
    optimizer.applyGradients(grads);
    expect(() => optimizer.applyGradients(grads)).toThrow(said);
  });

  test('a layer with slopes in some of its vectors alone, which is an error', () => {
    const circuit = quantum({
      circuit: reuploading(2, { features: 2, layers: 2 }),
      observables: eachZ(2),
      ...exact,
      name: 'partly',
      inputShape: [2],
    });
    const model = layers.sequential({ layers: [circuit] });
    const [first] = circuit.weights.map((weight) => weight.read() as tf.Variable);
    const names = circuit.compiled.vectors.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(() => naturalOptimizer().minimize(() => squares(model.apply(points(3))), false, [first])).toThrow(
      `The natural gradient of partly is one in all its weights, ${names.join(', ')}, but was given slopes in 1 of these ${names.length} vectors.`,
    );
  });
});

test('what it holds is freed', () => {
  const before = tf.memory().numTensors;
  naturalOptimizer().dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('what does not fit is refused in words', () => {
  const made = (options: object) => () => naturalOptimizer(options);
  expect(made({ rate: Number.NaN })).toThrow('naturalOptimizer was given the rate NaN. It is a number above 0.');
  expect(made({ damping: 0 })).toThrow('naturalOptimizer was given the damping 0. It is a number above 0.');
  expect(made({ approximation: 'half' })).toThrow('It is one of full, block-diagonal, diagonal.');
  expect(made({ others: 'adam' })).toThrow(
    'naturalOptimizer was given the others adam. It is an optimiser, such as tf.train.adam().',
  );
  expect(made({ learningRate: 1 })).toThrow(
    'naturalOptimizer was given learningRate. It takes rate, others, approximation, damping.',
  );
});

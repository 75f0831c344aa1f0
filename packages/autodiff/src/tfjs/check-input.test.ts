import '@tensorflow/tfjs-backend-cpu';
import { amplitudeEncoding, circuit, compile, eachZ, ry, vector } from '@hqnn/circuits';
import { reference } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { dense, labels, layer, points, small } from '../../test/small-layers.ts';
import { adjoint, finiteDifference, parameterShift } from '../index.ts';
import { expectationOp } from './expectation-op.ts';
import { quantum } from './quantum.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const alone = () => layers.sequential({ layers: [layer({ inputShape: [2] })] });
const weights = () => tf.zeros([10]) as tf.Tensor1D;
const op = (x: tf.Tensor, theta: tf.Tensor = weights()) =>
  expectationOp(x as tf.Tensor2D, theta as tf.Tensor1D, {
    compiled: compile(small, eachZ(2)),
    simulator: reference(),
    method: adjoint,
  });

describe('dtypes', () => {
  test('whole numbers are features like any', () => {
    const whole = tf.tensor2d([[1, 2]], [1, 2], 'int32');
    const model = alone();
    const [a, b] = [whole, tf.cast(whole, 'float32')].map((x) => (model.predict(x) as tf.Tensor).dataSync());
    expect(a).toEqual(b);
    expect(op(whole).dtype).toBe('float32');
  });

  const complex = () => tf.complex(tf.ones([1, 2]), tf.ones([1, 2]));
  test.each([
    [
      'bool',
      () => tf.tensor2d([[true, false]], [1, 2], 'bool'),
      "If 0 and 1 are meant, say so: tf.cast(x, 'float32').",
    ],
    ['complex64', complex, 'Take real numbers of it: tf.real, tf.imag or tf.abs.'],
    ['string', () => tf.tensor2d([['a', 'b']], [1, 2], 'string'), 'Make numbers of it before the circuit'],
  ] as const)('%s is refused with a remedy, by the op and by the layer', (dtype, x, remedy) => {
    const said = `The circuit takes features of dtype float32 or int32, but was given ${dtype}. ${remedy}`;
    expect(() => op(x())).toThrow(said);
    expect(() => layer().apply(x())).toThrow(said);
  });

  test('a layer of another dtype is refused, as its features would be rounded', () => {
    expect(() => layer({ dtype: 'int32' })).toThrow(
      'quantum was given the dtype int32, by which tfjs would round features before the circuit sees them.',
    );
    layer({ dtype: 'float32' });
  });

  test('weights of another dtype are refused too', () => {
    expect(() => op(points(1), tf.zeros([10], 'bool'))).toThrow(
      'The circuit takes weights of dtype float32 or int32, but was given bool.',
    );
  });
});

describe('shapes', () => {
  test('the layer before is named, with what it should give', () => {
    const wide = () => layers.sequential({ layers: [dense(3, 1, { inputShape: [2], name: 'wide' }), layer()] });
    expect(wide).toThrow(
      'The circuit takes rows of 2 features, but the layer before it, wide, gives the shape [rows,3]. ' +
        'Let what is before give 2, or encode 3 features.',
    );
    const image = layers.input({ shape: [1, 2], name: 'image' });
    expect(() => layer().apply(image)).toThrow(
      'the layer before it, image, gives the shape [rows,1,2]. Make it [rows,2] first: layers.flatten(), or tf.reshape.',
    );
    const [one, other] = [layers.input({ shape: [2] }), layers.input({ shape: [2] })];
    expect(() => layer().apply([one, other])).toThrow(
      'The circuit takes one input, but was given 2. Join them first: layers.concatenate().',
    );
  });

  test.each([
    [[4, 3], 'Let what is before give 2, or encode 3 features.'],
    [[2], 'Make it [rows,2] first'],
    [[2, 2, 2], 'Make it [rows,2] first'],
  ])('a tensor of shape [%s] is refused with a remedy', (shape, remedy) => {
    const said = `The circuit takes rows of 2 features, but was given a tensor of shape [${shape}]. ${remedy}`;
    expect(() => op(tf.zeros(shape))).toThrow(said);
    expect(() => layer().apply(tf.zeros(shape))).toThrow(said);
  });
});

describe('numbers that are none', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s in the inputs is told by row and feature', (value) => {
    const x = tf.tensor2d([
      [0, 1],
      [2, 3],
      [4, value],
    ]);
    expect(() => alone().predict(x)).toThrow(`Feature 1 of row 2 is ${value}. Features are finite numbers.`);
  });

  test('weights that are no numbers are told', async () => {
    const model = alone();
    model.setWeights([tf.tensor1d([0, 0, 0, Number.NaN, 0, 0, 0, 0, 0, 0])]);
    expect(() => model.predict(points(1))).toThrow('Weight 3 is NaN. Weights are finite numbers.');
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(model.fit(points(4), points(4), { verbose: 0 })).rejects.toThrow('Weight 3 is NaN.');
  });

  test('a loss that is no number is told by row and output', () => {
    const model = alone();
    const spoilt = tf.tensor2d([
      [1, 1],
      [1, Number.POSITIVE_INFINITY],
    ]);
    const loss = () => tf.sum(tf.mul(spoilt, model.apply(points(2)) as tf.Tensor)) as tf.Scalar;
    expect(() => tf.variableGrads(loss)).toThrow(
      'The slope of the loss in output 1 of row 1 of the circuit is Infinity. Look at what comes after the circuit',
    );
  });
});

describe('gradients that there are not', () => {
  const amplitudes = circuit(2, amplitudeEncoding(4), ry(vector('theta', 1)[0], 0));
  const behind = (method = parameterShift) => {
    const model = layers.sequential({
      layers: [dense(4, 1, { inputShape: [2] }), quantum({ circuit: amplitudes, observables: eachZ(2), method })],
    });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    return model.fit(points(8), points(8), { verbose: 0 });
  };

  test('amplitudes behind a dense layer under parameter shift throw, and name the method that can', async () => {
    await expect(behind()).rejects.toThrow('Parameter shift has no rule for amplitudes. Take the adjoint method');
    expect((await behind(adjoint)).history.loss).toHaveLength(1);
  });

  test('amplitudes that nothing trained comes before are learnt by parameter shift', async () => {
    const model = layers.sequential({
      layers: [quantum({ circuit: amplitudes, observables: eachZ(2), inputShape: [4] })],
    });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const { history } = await model.fit(tf.ones([3, 4]), points(3), { verbose: 0 });
    expect(history.loss).toHaveLength(1);
  });

  const training = async (options: Parameters<typeof layer>[0]) => {
    const model = layers.sequential({ layers: [layer({ ...options, inputShape: [2] }), dense(1, 1)] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    return model.fit(points(8), labels(8), { verbose: 0 });
  };

  test('a simulator that has no sweep says so through fit', async () => {
    const sweepless = {
      ...reference(),
      pullBack: () => {
        throw new Error('No sweep goes back over shots. Take parameterShift.');
      },
    };
    await expect(training({ method: adjoint, simulator: sweepless })).rejects.toThrow('No sweep goes back over shots.');
  });

  test('differences of estimates are refused through fit', async () => {
    const simulator = { ...reference(), name: 'measured', estimates: true } as const;
    await expect(training({ method: finiteDifference, simulator })).rejects.toThrow(
      'Finite differences divide the errors of measured',
    );
  });

  test('a second derivative is refused with what has it', () => {
    const model = alone();
    const slope = (x: tf.Tensor) => tf.grad((at: tf.Tensor) => tf.sum(model.apply(at) as tf.Tensor) as tf.Scalar)(x);
    expect(() => tf.grad((x: tf.Tensor) => tf.sum(tf.square(slope(x))) as tf.Scalar)(points())).toThrow(
      'A quantum layer is differentiated once by tfjs, but was asked for a derivative of its gradient. For second derivatives of a circuit take hessian of @hqnn/autodiff.',
    );
  });
});

test('a mask of rows is passed on', () => {
  const mask = tf.tensor1d([true, false], 'bool');
  expect(layer().computeMask(points(2), mask)).toBe(mask);
  const masking = layers.layers.masking({ maskValue: 0, inputShape: [2] });
  const masked = layers.sequential({ layers: [masking, layer()] });
  const x = tf.tensor2d([
    [0, 0],
    [1, 2],
  ]);
  expect((masked.predict(x) as tf.Tensor).dataSync()).toEqual((alone().predict(x) as tf.Tensor).dataSync());
});

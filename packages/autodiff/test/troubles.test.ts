// Troubles that other libraries have had, one test each; what is expected is worked out on paper.
import '@tensorflow/tfjs-backend-cpu';
import {
  amplitudeEncoding,
  angleEncoding,
  circuit,
  crx,
  cry,
  crz,
  eachZ,
  expectation,
  features,
  h,
  probabilities,
  ry,
  rz,
  sample,
  times,
  vector,
  X,
  Y,
  Z,
} from '@hqnn/circuits';
import { reference, uniform } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import {
  adjoint,
  finiteDifference,
  gradient,
  jacobian,
  parameterShift,
  parameterShiftBatch,
  spsa,
} from '../src/index.ts';
import { isQuantum, quantum } from '../src/tfjs/index.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

/** Every method there is: in one weight, that which draws a direction and that which draws a weight draw the only one. */
const METHODS = [parameterShift, adjoint, finiteDifference, spsa({ step: 1e-4 }), parameterShiftBatch({ share: 1 })];
/** What differences leave of double precision. */
const DIFFERENCE = 1e-8;
/** What 32-bit floats leave. */
const SINGLE = 1e-5;
const theta = vector('theta', 2);

// PennyLane's parameter shift does not differentiate a batch in what comes from a layer before, and PennyLane 0.45 says so
// by NotImplementedError: github.com/PennyLaneAI/pennylane/issues/6078. Qiskit's layer had wrong gradients there:
// github.com/qiskit-community/qiskit-machine-learning/issues/100.
test.each([parameterShift, adjoint, finiteDifference])('a batch behind a dense layer: $name', (method) => {
  const [w, b, angle, xs] = [0.7, -0.2, 0.4, [0.1, -1.3, 2.2, 0.9, -0.5]];
  const turned = circuit(1, angleEncoding(features(1)), ry(theta[0], 0));
  const model = layers.sequential({
    layers: [
      layers.layers.dense({ units: 1, inputShape: [1] }),
      quantum({ circuit: turned, observables: [Z(0)], method, simulator: reference() }),
    ],
  });
  model.setWeights([tf.tensor2d([[w]]), tf.tensor1d([b]), tf.tensor1d([angle])]);
  const x = tf.tensor2d(xs, [5, 1]);
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { value, grads } = tf.variableGrads(() => tf.sum(model.apply(x) as tf.Tensor) as tf.Scalar, variables);
  // L = Σ cos(wx + b + θ)
  const total = (term: (x: number) => number) => xs.reduce((sum, each) => sum + term(each), 0);
  const slope = total((each) => -Math.sin(w * each + b + angle));
  const expected = [total((each) => -each * Math.sin(w * each + b + angle)), slope, slope];
  expect(Math.abs(value.dataSync()[0] - total((each) => Math.cos(w * each + b + angle)))).toBeLessThan(SINGLE);
  variables.forEach(({ name }, k) => expect(Math.abs(grads[name].dataSync()[0] - expected[k])).toBeLessThan(SINGLE));
});

describe('shared weights', () => {
  // A weight in several gates was shifted in one of them: github.com/pasqal-io/pyqtorch/issues/217.
  test.each(METHODS)('one in several gates has the sum of its slopes: $name', (method) => {
    const shared = circuit(1, ry(theta[0], 0), ry(times(2, theta[0]), 0), ry(theta[0], 0));
    const f = expectation(shared, Z(0), { simulator: reference() });
    const { theta: slopes } = gradient(f, { method })({ theta: [0.3] });
    expect(Math.abs(slopes[0] + 4 * Math.sin(4 * 0.3))).toBeLessThan(1e2 * DIFFERENCE);
  });

  // Weights that only happened to be equal were shifted together: github.com/eclipse-xacc/xacc/issues/563.
  test.each([parameterShift, adjoint, finiteDifference])('equal ones are still two: $name', (method) => {
    const f = expectation(circuit(2, ry(theta[0], 0), ry(theta[1], 1)), Z(0), { simulator: reference() });
    const { theta: slopes } = gradient(f, { method })({ theta: [0.3, 0.3] });
    expect(Math.abs(slopes[0] + Math.sin(0.3))).toBeLessThan(DIFFERENCE);
    expect(Math.abs(slopes[1])).toBeLessThan(DIFFERENCE);
  });
});

// A rule of two terms is wrong under a control, and PennyLane documented one of two once: github.com/PennyLaneAI/pennylane/pull/1206.
// Qiskit's sweep has none for them at all: github.com/qiskit-community/qiskit-algorithms/issues/216.
describe.each([
  ['crx', crx, 0.5],
  ['cry', cry, 0.5],
  ['crz', crz, 0],
] as const)('the controlled rotation %s', (_, gate, flips) => {
  test.each(METHODS)('has its slope: $name', (method) => {
    const angle = 1.1;
    const at = { theta: [angle] };
    const controlled = circuit(2, h(0), gate(theta[0], 0, 1));
    const slope = (observable: ReturnType<typeof Z>) =>
      gradient(expectation(controlled, observable, { simulator: reference() }), { method })(at).theta[0];
    // On (|0⟩ + |1⟩)|0⟩/√2: ⟨X₀⟩ = cos θ/2, which two terms get wrong, and ⟨Z₁⟩ = (1 + cos θ)/2 where the target is flipped.
    expect(Math.abs(slope(X(0)) + Math.sin(angle / 2) / 2)).toBeLessThan(DIFFERENCE);
    expect(Math.abs(slope(Z(1)) + flips * Math.sin(angle))).toBeLessThan(DIFFERENCE);
  });
});

// PennyLane 0.45 divides a row of zeros by its norm and answers NaN.
describe('a row of zeros as amplitudes', () => {
  const rows = tf.tensor2d([
    [1, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
  const model = (zeroNorm?: 'zero-state') =>
    layers.sequential({
      layers: [
        quantum({
          circuit: circuit(2, amplitudeEncoding(4, zeroNorm ? { zeroNorm } : {}), ry(theta[0], 0), ry(theta[1], 1)),
          observables: eachZ(2),
          initial: { theta: layers.initializers.constant({ value: 0.6 }) },
          method: adjoint,
          inputShape: [4],
        }),
      ],
    });

  test('is refused, by its number', () => {
    expect(() => model().predict(rows)).toThrow(
      'The amplitudes of row 1 have norm 0, of which no quantum state can be',
    );
  });

  test('is |00⟩ where that was asked for, in values and slopes', () => {
    const zero = model('zero-state');
    const values = (zero.predict(rows) as tf.Tensor).dataSync();
    values.forEach((value) => expect(Math.abs(value - Math.cos(0.6))).toBeLessThan(SINGLE));
    const { grads } = tf.variableGrads(() => tf.sum(zero.apply(rows) as tf.Tensor) as tf.Scalar);
    for (const slopes of Object.values(grads))
      slopes.dataSync().forEach((slope) => expect(Math.abs(slope + 2 * Math.sin(0.6))).toBeLessThan(SINGLE));
  });

  test('has no slope in its features, and that is said', () => {
    const slope = tf.grad((x: tf.Tensor) => tf.sum(model('zero-state').apply(x) as tf.Tensor) as tf.Scalar);
    expect(() => slope(rows)).toThrow('the state |0…0⟩ in their place has no gradient in them');
  });
});

// Features that were divided by their norm in 32 bits did not sum to 1 for numpy:
// github.com/PennyLaneAI/pennylane/issues/3894.
describe.each(SIMULATORS)('amplitudes of 32 bits on $name', ({ simulator }) => {
  const draw = uniform(11, 0);
  const raw = Array.from({ length: 50 }, () => Float32Array.from({ length: 16 }, draw));
  const divided = raw.map((row) => {
    const norm = Math.fround(Math.sqrt(row.reduce((sum, value) => Math.fround(sum + value * value), 0)));
    return row.map((value) => value / norm);
  });

  test.each([
    ['as they are', raw, 'divide'],
    ['divided in 32 bits, and refused were they not', divided, 'error'],
  ] as const)('have probabilities that sum to 1: %s', (_, rows, otherNorm) => {
    const encoded = circuit(4, amplitudeEncoding(16, { otherNorm }));
    for (const x of rows) {
      const total = probabilities(encoded, { x }, { simulator }).reduce((sum, p) => sum + p, 0);
      expect(Math.abs(total - 1)).toBeLessThan(simulator.precision === 'double' ? 1e-12 : 1e-6);
      expect(sample(encoded, { x }, { simulator, shots: 5, seed: 1 })).toHaveLength(5);
    }
  });
});

// Observables that do not commute had no gradients together: github.com/PennyLaneAI/pennylane/issues/5316.
test.each([parameterShift, adjoint, finiteDifference])('several observables at once: $name', (method) => {
  const [a, b] = [0.8, -0.5];
  const sphere = circuit(1, ry(theta[0], 0), rz(theta[1], 0));
  const f = expectation(sphere, [X(0), Y(0), Z(0)], { simulator: reference() });
  // (sin a cos b, sin a sin b, cos a) on the sphere.
  const expected = [
    [Math.cos(a) * Math.cos(b), -Math.sin(a) * Math.sin(b)],
    [Math.cos(a) * Math.sin(b), Math.sin(a) * Math.cos(b)],
    [-Math.sin(a), 0],
  ];
  const { theta: found } = jacobian(f, { method })({ theta: [a, b] });
  const distances = expected.flatMap((slopes, k) => slopes.map((slope, j) => Math.abs(found[k][j] - slope)));
  expect(distances).toHaveLength(6);
  expect(Math.max(...distances)).toBeLessThan(DIFFERENCE);
});

// Loaded without an error, a layer had new weights: github.com/PennyLaneAI/pennylane/issues/4999. TensorFlow Quantum cannot
// store one at all: github.com/tensorflow/quantum/issues/56.
test('a layer that is loaded has its weights, its circuit and its method, and trains on as if never stored', async () => {
  const model = layers.sequential({
    layers: [
      quantum({
        circuit: circuit(1, angleEncoding(features(1)), ry(theta[0], 0), rz(theta[1], 0)),
        observables: [Z(0), X(0)],
        method: adjoint,
        inputShape: [1],
      }),
      layers.layers.dense({ units: 1 }),
    ],
  });
  const [x, y] = [tf.tensor2d([[0.1], [0.7], [-1.2]]), tf.tensor2d([[1], [0], [1]])];
  const trained = async (of: layers.LayersModel) => {
    of.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
    await of.fit(x, y, { epochs: 5, verbose: 0, shuffle: false });
    return of.getWeights().map((weights) => weights.dataSync().slice());
  };
  const before = await trained(model);
  let artifacts: tf.io.ModelArtifacts = {};
  await model.save(
    tf.io.withSaveHandler(async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  const loaded = await layers.loadLayersModel(tf.io.fromMemory(artifacts));
  expect(loaded.getWeights().map((weights) => weights.dataSync())).toEqual(before);
  const [[own], [other]] = [model, loaded].map((of) => of.layers.filter(isQuantum));
  expect(other.compiled).toEqual(own.compiled);
  expect(other.method).toBe(adjoint);
  expect(await trained(loaded)).toEqual(await trained(model));
});

import '@tensorflow/tfjs-backend-cpu';
import { compile, eachZ, hardwareEfficient, reuploading } from '@hqnn/circuits';
import { metered, reference } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { dense, labels, layer, points, settled, small, uniform } from '../../test/small-layers.ts';
import { adjoint, finiteDifference, parameterShift, spsa } from '../index.ts';
import { expectationOp } from './expectation-op.ts';
import { isQuantum, quantum } from './quantum.ts';

const SINGLE = 2e-5;

beforeAll(async () => {
  tf.env().set('PROD', true);
  await tf.ready();
});

test.each(settled)('$name: a layer between dense layers learns with model.fit', async (method) => {
  const model = layers.sequential({
    layers: [
      dense(2, 1, { inputShape: [2], activation: 'tanh' }),
      layer({ method }),
      dense(2, 2, { activation: 'softmax' }),
    ],
  });
  const upstream = model.layers[0].getWeights()[0].dataSync().slice();
  model.compile({ optimizer: tf.train.adam(0.1), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const { history } = await model.fit(points(), labels(), { epochs: 12, batchSize: 16, verbose: 0, shuffle: false });
  expect(history.loss.at(-1)).toBeLessThan(0.8 * Number(history.loss[0]));
  expect(model.layers[0].getWeights()[0].dataSync()).not.toEqual(upstream);
});

test('it works in a functional model, and two of them in one', () => {
  const input = layers.input({ shape: [2] });
  const output = layer({ name: 'second' }).apply(layer({ name: 'first' }).apply(input)) as layers.SymbolicTensor;
  const model = layers.model({ inputs: input, outputs: output });
  expect(model.countParams()).toBe(20);
  expect((model.predict(points()) as tf.Tensor).shape).toEqual([64, 2]);
});

test('its gradients in weights and inputs are those of finite differences', () => {
  const model = layers.sequential({ layers: [layer({ method: adjoint, inputShape: [2] })] });
  const double = { method: finiteDifference, simulator: reference() };
  const slow = layers.sequential({ layers: [layer({ ...double, inputShape: [2] })] });
  slow.setWeights(model.getWeights());
  const loss = (of: layers.LayersModel) => (x: tf.Tensor) => tf.sum(tf.square(of.apply(x) as tf.Tensor)) as tf.Scalar;
  const [fast, oracle] = [model, slow].map((of) => {
    const { grads } = tf.variableGrads(() => loss(of)(points()));
    return [...tf.grad(loss(of))(points()).dataSync(), ...Object.values(grads).flatMap((g) => [...g.dataSync()])];
  });
  expect(fast).toHaveLength(128 + 10);
  fast.forEach((slope, k) => expect(Math.abs(slope - oracle[k])).toBeLessThan(SINGLE));
});

test('the gradient in the inputs is computed only where something upstream needs it', () => {
  const [simulator, asked] = [reference(), [] as boolean[]];
  const method = {
    ...adjoint,
    pullBack: (...args: Parameters<typeof adjoint.pullBack>) => {
      asked.push(args[5].features);
      return adjoint.pullBack(...args);
    },
  };
  const first = layers.sequential({ layers: [layer({ method, simulator, inputShape: [2] })] });
  tf.variableGrads(() => tf.sum(first.apply(points()) as tf.Tensor) as tf.Scalar);
  const second = layers.sequential({ layers: [dense(2, 1, { inputShape: [2] }), layer({ method, simulator })] });
  tf.variableGrads(() => tf.sum(second.apply(points()) as tf.Tensor) as tf.Scalar);
  expect(asked).toEqual([false, true]);
});

test('saved and loaded, it gives the same outputs bit by bit, by the same method', async () => {
  const built = reuploading(2, { features: 4, layers: 3, entangler: 'cz' });
  const model = layers.sequential({
    layers: [quantum({ circuit: built, observables: eachZ(2), method: adjoint, inputShape: [4] }), dense(2, 5)],
  });
  let artifacts: tf.io.ModelArtifacts = {};
  await model.save(
    tf.io.withSaveHandler(async (given) => {
      artifacts = JSON.parse(JSON.stringify(given, (key, value) => (key === 'weightData' ? undefined : value)));
      artifacts.weightData = given.weightData ?? new ArrayBuffer(0);
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  const loaded = await layers.loadLayersModel(tf.io.fromMemory(artifacts));
  const x = tf.randomNormal([5, 4], 0, 1, 'float32', 9);
  expect((loaded.predict(x) as tf.Tensor).dataSync()).toEqual((model.predict(x) as tf.Tensor).dataSync());
  expect(loaded.layers[0].getConfig()).toMatchObject({ quantum: model.layers[0].getConfig().quantum });
});

test('no rows go forward and backward', () => {
  const model = layers.sequential({ layers: [layer({ inputShape: [2] })] });
  const none = tf.zeros([0, 2]);
  const { value } = tf.variableGrads(() => tf.sum(model.apply(none) as tf.Tensor) as tf.Scalar);
  expect(value.dataSync()[0]).toBe(0);
});

test('the op leaves nothing behind outside a tidy', () => {
  const [x, weights] = [points() as tf.Tensor2D, tf.zeros([10]) as tf.Tensor1D];
  const options = { compiled: compile(small, eachZ(2)), simulator: reference(), method: adjoint };
  const before = tf.memory().numTensors;
  for (let k = 0; k < 5; k++) expectationOp(x, weights, options).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a method that was made with options is stored with them', async () => {
  const model = layers.sequential({ layers: [layer({ method: spsa({ step: 0.2, repeats: 3 }), inputShape: [2] })] });
  const loaded = await layers.models.modelFromJSON({ modelTopology: JSON.parse(model.toJSON() as string) });
  const [{ method }] = loaded.layers.filter(isQuantum);
  expect([method.name, method.options]).toEqual(['spsa', { step: 0.2, repeats: 3, seed: 0 }]);
});

test('the method is reported, with what it costs', () => {
  const [shift, sweep] = [layer(), layer({ method: adjoint })];
  expect([shift.method.name, shift.executions(), shift.executions({ features: false })]).toEqual([
    'parameter-shift',
    2 * 2 + 2 * 10,
    2 * 10,
  ]);
  expect([sweep.method.name, sweep.executions()]).toEqual(['adjoint', 1]);
  const lines: string[] = [];
  const named = layer({ name: 'mine', method: parameterShift });
  layers
    .sequential({ layers: [layer({ method: adjoint, inputShape: [2] }), layer(), named] })
    .summary(undefined, undefined, (line) => lines.push(line));
  const table = lines.join('\n');
  expect(table).toMatch(/^quantum_adjoint_\d+ /m);
  expect(table).toMatch(/^quantum_parameter_shift_\d+ /m);
  expect(table).toMatch(/^mine \(HqnnQuantum\) /m);
  expect(table).toContain('Trainable params: 30');
});

test('what its gradient executes is what it tells', () => {
  const simulator = metered(reference());
  const model = layers.sequential({ layers: [dense(2, 1, { inputShape: [2] }), layer({ simulator })] });
  const [circuit] = model.layers.filter(isQuantum);
  tf.variableGrads(() => tf.sum(model.apply(points(8)) as tf.Tensor) as tf.Scalar);
  // And once for each row on the way there.
  expect(simulator.executions()).toBe(8 * (1 + circuit.executions()));
});

test('a method that cannot be found again is not stored', () => {
  const model = layers.sequential({ layers: [layer({ method: { ...adjoint, name: 'mine' }, inputShape: [2] })] });
  expect(() => model.toJSON()).toThrow('There is no gradient method mine.');
});

test('layers share one simulator in single precision, and so does one that is loaded', async () => {
  const model = layers.sequential({ layers: [layer({ inputShape: [2] }), layer()] });
  const loaded = await layers.models.modelFromJSON({ modelTopology: JSON.parse(model.toJSON() as string) });
  const simulators = [...model.layers, ...loaded.layers].filter(isQuantum).map(({ simulator }) => simulator);
  expect(simulators).toHaveLength(4);
  expect(new Set(simulators).size).toBe(1);
  expect(simulators[0].precision).toBe('single');
});

test('a simulator may be given, and meters what the layer runs', () => {
  const simulator = metered(reference());
  layers.sequential({ layers: [layer({ simulator, inputShape: [2] })] }).predict(points());
  expect(simulator.executions()).toBe(64);
});

test('it is known among other layers, and its weights are read and written in the order of the program', () => {
  const model = layers.sequential({ layers: [layer({ inputShape: [2] }), dense(1, 1)] });
  expect(model.layers.map(isQuantum)).toEqual([true, false]);
  const measured = quantum({
    circuit: reuploading(2, { features: 4, layers: 3 }),
    observables: eachZ(2),
    inputShape: [4],
  });
  layers.sequential({ layers: [measured] });
  const { vectors } = measured.compiled;
  expect(vectors.length).toBeGreaterThan(1);
  const weights = Float32Array.from(measured.readWeights(), (_, k) => k);
  const before = tf.memory().numTensors;
  measured.writeWeights(weights);
  expect(tf.memory().numTensors).toBe(before);
  expect(measured.readWeights()).toEqual(weights);
  expect(measured.getWeights().map((vector) => [...vector.dataSync()])).toEqual(
    vectors.map(({ start, length }) => [...weights.subarray(start, start + length)]),
  );
  measured.writeWeights([...weights]);
  expect(measured.readWeights()).toEqual(weights);
  expect(() => measured.writeWeights(weights.subarray(1))).toThrow(
    `The circuit has ${weights.length} weights, but was given ${weights.length - 1}.`,
  );
  expect(() => layer().readWeights()).toThrow('A layer has no weights before it is part of a model.');
});

test('what does not fit is refused in words', () => {
  expect(() => quantum({ circuit: hardwareEfficient(2), observables: eachZ(2) })).toThrow('depends on no features');
  expect(() => layer({ observables: [] })).toThrow('The layer measures nothing.');
  expect(() => layer({ initial: { phi: uniform(1) } })).toThrow("given for phi, but the circuit's weights are theta.");
});

import '@tensorflow/tfjs-backend-cpu';
import { adjoint, finiteDifference, parameterShift } from '@hqnn/autodiff';
import { quantum } from '@hqnn/autodiff/tfjs';
import { circuit, eachZ, features, h, ry, times, twoLocal } from '@hqnn/circuits';
import { reference, uniform } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';

tf.env().set('PROD', true);

export const LAYERS = 5;
export const ROWS = 32;
/** How far a loss and its slopes may be from what is expected: what 32-bit floats leave. */
const TOLERANCE = 1e-5;

/** The circuit between the dense layers: Mari, Bromley, Izaac, Schuld, Killoran, Quantum 4, 340 (2020), section 4. */
const between = (qubits) => {
  const x = features(qubits);
  return circuit(
    qubits,
    x.map((_, q) => h(q)),
    x.map((angle, q) => ry(times(Math.PI / 2, angle), q)),
    twoLocal(qubits, { layers: LAYERS, final: false }),
  );
};

const measured = (qubits, options) => quantum({ circuit: between(qubits), observables: eachZ(qubits), ...options });

/** What is in the place of the circuit, by name: the methods, and a dense layer as large as what is before it. */
const MIDDLES = {
  'parameter-shift': (qubits) => measured(qubits, { method: parameterShift }),
  adjoint: (qubits) => measured(qubits, { method: adjoint }),
  plain: (qubits) => layers.dense({ units: qubits, activation: 'tanh' }),
  // Slow and obvious, to compare with.
  differences: (qubits) => measured(qubits, { method: finiteDifference, simulator: reference() }),
};

const network = (qubits, middle) =>
  sequential({
    layers: [
      layers.dense({ units: qubits, activation: 'tanh', inputShape: [qubits] }),
      MIDDLES[middle](qubits),
      layers.dense({ units: 2 }),
    ],
  });

/** The samples and the weights from which all begin: plain arrays, so that others can begin from them too. */
export function setting(qubits) {
  const drawn = (stream, length, most) => {
    const draw = uniform(5, stream);
    return Array.from({ length }, () => most * (2 * draw() - 1)).map(Math.fround);
  };
  const dense = Math.sqrt(3 / qubits);
  return {
    qubits,
    layers: LAYERS,
    rows: ROWS,
    x: drawn(0, ROWS * qubits, 1.5),
    labels: Array.from({ length: ROWS }, (_, row) => row % 2),
    weights: [
      drawn(1, qubits * qubits, dense),
      drawn(2, qubits, 0.1),
      drawn(3, LAYERS * qubits, Math.PI),
      drawn(4, qubits * 2, dense),
      drawn(5, 2, 0.1),
    ],
  };
}

/** A step of training as a tfjs user writes it who minds the time: `optimizer.minimize`, which `model.fit` is slower than. */
export function step(on, middle, expected) {
  const { qubits, rows } = on;
  const model = network(qubits, middle);
  const x = tf.tensor2d(on.x, [rows, qubits]);
  const y = tf.cast(tf.oneHot(tf.tensor1d(on.labels, 'int32'), 2), 'float32');
  const loss = () => tf.losses.softmaxCrossEntropy(y, model.apply(x));
  const adam = tf.train.adam(0.01);
  const restart = () => {
    // The plain network has a kernel and a bias where the others have the angles of the circuit.
    const shapes = model.getWeights().map(({ shape }) => shape);
    const [kernel, bias, angles, ...head] = on.weights;
    const middles = middle === 'plain' ? [kernel, bias] : [angles];
    const all = [kernel, bias, ...middles, ...head];
    model.setWeights(all.map((values, k) => tf.tensor(values, shapes[k])));
  };
  return {
    name: middle,
    call: () => adam.minimize(loss),
    // Not of the step that was timed last, which began elsewhere: of one from where all begin.
    numbers: () => {
      restart();
      const variables = model.trainableWeights.map((weight) => weight.read());
      const { value, grads } = tf.variableGrads(loss, variables);
      return [...value.dataSync(), ...variables.flatMap(({ name }) => [...grads[name].dataSync()])];
    },
    expected,
    tolerance: TOLERANCE,
    dispose: () => {},
  };
}

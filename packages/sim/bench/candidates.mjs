// What a duel takes: a call to time, the numbers that it comes to, and those that it must come to.
import { reference, simulator } from '@hqnn/sim';
import { firstBatch, repeated } from './setting.mjs';

/** How far ⟨Z⟩ may be from that of the reference. */
const TOLERANCE = { single: 1e-5, double: 1e-10 };

/** `run` on all rows, by the simulator of these options. */
export function forward({ program, features, weights, values }, options) {
  const ours = made(options);
  return {
    ...ours,
    call: changing(weights, (theta) => ours.simulator.run(program, features, theta)),
    numbers: (result) => result,
    expected: values,
  };
}

/** `pullBack` on all rows, which runs forward and then back: a step of training, but for its optimiser. */
export function step(on, options) {
  const { program, features, weights, cotangents, rows } = on;
  const batch = firstBatch(on);
  const gradients = reference().pullBack(program, batch.features, weights, batch.cotangents);
  const ours = made(options);
  return {
    ...ours,
    call: changing(weights, (theta) => ours.simulator.pullBack(program, features, theta, cotangents)),
    numbers: (result) => [...result.weights, ...result.features],
    expected: [
      ...gradients.weights.map((slope) => (rows / batch.rows) * slope),
      ...repeated(gradients.features, features.length),
    ],
    // The gradient in the weights is a sum over the rows.
    tolerance: rows * ours.tolerance,
  };
}

/** A step for each batch in the rows. */
export function epoch(on, options) {
  const { program, features, weights, cotangents } = on;
  const one = step(firstBatch(on), options);
  const size = firstBatch(on).features.length;
  const pullBack = changing(weights, (theta, x, dy) => one.simulator.pullBack(program, x, theta, dy));
  return {
    ...one,
    call: () => {
      let result;
      for (let k = 0; k < features.length; k += size)
        result = pullBack(features.subarray(k, k + size), cotangents.subarray(k, k + size));
      return result;
    },
  };
}

/** `runShifted` on all rows. */
export function shifted({ program, features, weights }, shifts, options) {
  const ours = made(options);
  return {
    ...ours,
    call: changing(weights, (theta) => ours.simulator.runShifted(program, features, theta, shifts)),
    numbers: (result) => result,
    expected: reference().runShifted(program, features, weights, shifts),
  };
}

/** The first row alone, by somebody else's code. */
export function peer({ circuit, features, weights, values }, contestant) {
  const pass = contestant(circuit);
  const x = features.subarray(0, circuit.qubits);
  return {
    name: contestant.name,
    call: () => pass(x, weights),
    numbers: (result) => result,
    expected: values.subarray(0, circuit.qubits),
    tolerance: TOLERANCE.double,
    dispose: () => {},
  };
}

/** Its shifted runs, one after another. */
export function shiftedPeer(on, contestant, shifts) {
  const { circuit, program, features, weights } = on;
  const pass = contestant(circuit);
  const x = features.subarray(0, circuit.qubits);
  const runs = shifts.map(({ slot, shift }) => {
    const { weight } = program.slots[slot];
    return weights.with(weight, weights[weight] + shift);
  });
  return {
    ...peer(on, contestant),
    call: () => runs.map((theta) => pass(x, theta)),
    numbers: (result) => result.flatMap((values) => [...values]),
    expected: reference().runShifted(program, x, weights, shifts),
  };
}

/** A call whose weights differ from one time to the next, as in training, so that nothing made for the last is of use. */
function changing(weights, call) {
  const thetas = [weights, weights.map((weight) => weight + 1e-13)];
  let times = 0;
  return (...rest) => call(thetas[times++ % 2], ...rest);
}

/** A simulator, of one thread if not told otherwise, and what a duel needs to know of it. */
function made(options = {}) {
  const ours = simulator({ threads: 1, ...options });
  return {
    simulator: ours,
    name: `simulator(${JSON.stringify(options)})`,
    tolerance: TOLERANCE[ours.precision],
    dispose: () => ours.dispose(),
  };
}

import { reference } from '@hqnn/sim';
import { weightsOf } from './ring.mjs';
import { ringProgram } from './ring-program.mjs';

const LAYERS = 4;

/** Rows of a training step. */
export const BATCH = 32;
/** Rows of a run that is measured by the sample: an evaluation of many images. */
export const MANY = 1024;

/**
 * The ring on so many qubits, as a circuit for peers and a program for us, with the numbers that all run it on and the
 * ⟨Z⟩ that all must come to. Rows repeat after a batch, so that the reference need run no more than that.
 */
export function setting(qubits, { rows = BATCH, entangler = 'cz' } = {}) {
  const circuit = { qubits, layers: LAYERS };
  const program = ringProgram(circuit, entangler);
  const batch = numbers(Math.min(BATCH, rows) * qubits, 0, Math.PI);
  const weights = numbers(weightsOf(circuit), -Math.PI, Math.PI);
  return {
    circuit,
    program,
    rows,
    features: repeated(batch, rows * qubits),
    weights,
    cotangents: repeated(numbers(batch.length, -1, 1), rows * qubits),
    values: repeated(reference().run(program, batch, weights), rows * qubits),
  };
}

/** The first batch of it: rows `BATCH` onwards are these again. */
export function firstBatch(on) {
  const rows = Math.min(BATCH, on.rows);
  const cut = (values) => values.subarray(0, rows * on.circuit.qubits);
  return { ...on, rows, features: cut(on.features), cotangents: cut(on.cotangents), values: cut(on.values) };
}

/** The values over and over, up to a length. */
export const repeated = (values, length) => Float64Array.from({ length }, (_, k) => values[k % values.length]);

/** Numbers between two, spread as evenly as multiples of the golden ratio are. */
const numbers = (length, from, to) =>
  Float64Array.from({ length }, (_, k) => from + (to - from) * (((k + 1) * 0.6180339887498949) % 1));

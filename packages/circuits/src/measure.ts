import { gathered, type Shots } from '@hqnn/sim';
import { bind, type Params } from './bind.ts';
import { checkNoMore, checkQubits } from './check.ts';
import { type Circuit, circuit as circuitOf } from './circuit.ts';
import { type Compiled, compile } from './compile.ts';
import { defaultSimulator } from './default-simulator.ts';
import type { RunOptions } from './expectation.ts';
import { x } from './op.ts';

/** U|0…0⟩: 2ⁿ amplitudes as two numbers each, real and imaginary. Qubit q is bit q of the index. */
export function state(
  circuit: Circuit,
  params: Params = {},
  { simulator = defaultSimulator(), ...more }: RunOptions = {},
): Float64Array {
  checkNoMore('state', more);
  return simulator.state(...bound(circuit, params));
}

/** Which qubits are looked at, and what the circuit is run with. */
export interface MeasureOptions extends RunOptions {
  /** Bit j of an outcome is qubits[j]: each qubit in its own bit if absent. */
  readonly qubits?: readonly number[];
}

/** The probability of each outcome k, |⟨k|U|0…0⟩|² for all qubits; for some of them, whatever the others are. */
export function probabilities(
  circuit: Circuit,
  params: Params = {},
  { qubits, simulator = defaultSimulator(), ...more }: MeasureOptions = {},
): Float64Array {
  checkNoMore('probabilities', more);
  if (qubits) checkQubits('probabilities', qubits, circuit.qubits);
  const all = simulator.probabilities(...bound(circuit, params));
  if (!qubits) return all;
  const marginal = new Float64Array(2 ** qubits.length);
  for (let k = 0; k < all.length; k++) marginal[gathered(k, qubits)] += all[k];
  return marginal;
}

/** Outcomes as measured, one a shot. */
export function sample(
  circuit: Circuit,
  params: Params,
  { qubits, simulator = defaultSimulator(), ...shots }: MeasureOptions & Shots,
): Uint32Array {
  if (qubits) checkQubits('sample', qubits, circuit.qubits);
  const all = simulator.sample(...bound(circuit, params), shots);
  return qubits ? all.map((outcome) => gathered(outcome, qubits)) : all;
}

/** As many qubits as a unitary may have: 268 MB of numbers. */
const LARGEST_UNITARY = 12;

/** U as a matrix: 2ⁿ × 2ⁿ entries, row by row, two numbers each. */
export function unitary(circuit: Circuit, params: Params = {}, options: RunOptions = {}): Float64Array {
  if (circuit.initial)
    throw new Error(
      'A circuit that begins from amplitudes is no unitary. Take the unitary of the part after the encoding.',
    );
  if (circuit.qubits > LARGEST_UNITARY)
    throw new Error(
      `The unitary of ${circuit.qubits} qubits has 4^${circuit.qubits} entries. It is written out for ${LARGEST_UNITARY} at most; take state, or expectation.`,
    );
  const size = 2 ** circuit.qubits;
  const matrix = new Float64Array(2 * size * size);
  for (let column = 0; column < size; column++) {
    const bits = [...Array(circuit.qubits).keys()].filter((qubit) => (column >> qubit) & 1);
    const image = state(
      circuitOf(
        circuit.qubits,
        bits.map((qubit) => x(qubit)),
        circuit,
      ),
      params,
      options,
    );
    for (let row = 0; row < size; row++) matrix.set(image.subarray(2 * row, 2 * row + 2), 2 * (row * size + column));
  }
  return matrix;
}

/** Each circuit's program, made once: a simulator works out anew what to do for a program that it has not seen. */
const programs = new WeakMap<Circuit, Compiled>();

function bound(circuit: Circuit, params: Params) {
  const compiled = programs.get(circuit) ?? compile(circuit);
  programs.set(circuit, compiled);
  const { features, weights } = bind(compiled, params);
  return [compiled.program, features, weights] as const;
}

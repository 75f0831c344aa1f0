import type { Shots } from '@hqnn/sim';
import { bind, type Params } from './bind.ts';
import { type Circuit, circuit as circuitOf } from './circuit.ts';
import { type Compiled, compile } from './compile.ts';
import { defaultSimulator } from './default-simulator.ts';
import type { RunOptions } from './expectation.ts';
import { x } from './op.ts';

/** U|0…0⟩: 2ⁿ amplitudes as two numbers each, real and imaginary. Qubit q is bit q of the index. */
export function state(
  circuit: Circuit,
  params: Params = {},
  { simulator = defaultSimulator() }: RunOptions = {},
): Float64Array {
  return simulator.state(...bound(circuit, params));
}

/** |⟨k|U|0…0⟩|² for each basis state k. */
export function probabilities(
  circuit: Circuit,
  params: Params = {},
  { simulator = defaultSimulator() }: RunOptions = {},
): Float64Array {
  return simulator.probabilities(...bound(circuit, params));
}

/** Basis states as measured, one a shot. */
export function sample(
  circuit: Circuit,
  params: Params,
  { simulator = defaultSimulator(), ...shots }: RunOptions & Shots,
): Uint32Array {
  return simulator.sample(...bound(circuit, params), shots);
}

/** U as a matrix: 2ⁿ × 2ⁿ entries, row by row, two numbers each. */
export function unitary(circuit: Circuit, params: Params = {}, options: RunOptions = {}): Float64Array {
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

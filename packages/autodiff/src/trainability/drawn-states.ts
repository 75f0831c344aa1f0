import { type Circuit, eachZ, expectation, type RunOptions } from '@hqnn/circuits';
import { angleRows, byAngles } from '@hqnn/sim';
import { blocksIn } from '../blocks-in.ts';
import { checkWhole } from '../check-option.ts';
import { checkExact } from './check-exact.ts';
import { drawnPoints, type Initialisation } from './drawn-points.ts';

/** How the states are drawn that a measure of a circuit looks at. */
export interface StatesOptions extends RunOptions {
  /** Decides the draws: a whole number from 0, and 0 if absent. */
  readonly seed?: number;
  /** How weights are drawn: uniform from −π to π if absent. */
  readonly initialisation?: Initialisation;
  /** The features of every state, of a circuit that has any. */
  readonly x?: ArrayLike<number>;
}

/** Options as they were handed over, those that were not as undefined. */
type Optional<T> = { readonly [K in keyof T]: T[K] | undefined };

/**
 * What `measure` gives of the states of a circuit at drawn weights: `samples` times, each time of `together` states one
 * after another, of 2ⁿ amplitudes of two numbers each.
 */
export function ofDrawnStates(
  who: string,
  circuit: Circuit,
  samples: number,
  together: number,
  { seed = 0, simulator: given, ...drawing }: Optional<StatesOptions>,
  measure: (states: Float64Array) => number,
): Float64Array {
  checkWhole(who, { samples }, 2);
  checkWhole(who, { seed }, 0);
  // What it measures is not asked for; it has the simulator that all share where none is given.
  const f = expectation(circuit, eachZ(circuit.qubits), given ? { simulator: given } : {});
  const { program, simulator } = f;
  checkExact(who, simulator);
  const points = drawnPoints(f, { ...drawing, samples: together * samples, seed });
  const sets = Array.from({ length: samples }, (_, k) => points.slice(k * together, (k + 1) * together));
  const size = together * 2 * 2 ** circuit.qubits;
  const measured = blocksIn(sets, size).flatMap((block) => {
    const states = simulator.state(byAngles(program), angleRows(program, block.flat()), []);
    return block.map((_, k) => measure(states.subarray(k * size, (k + 1) * size)));
  });
  return Float64Array.from(measured);
}

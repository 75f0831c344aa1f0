import type { Channel } from './channel.ts';
import type { ReadoutError } from './readout-error.ts';

/** Where channels act: plain data. */
export interface Noise {
  /** Behind each instruction on one qubit, on that qubit, the first channel first; none if absent. */
  readonly single?: readonly Channel[];
  /** Behind each instruction on more qubits, on each of its targets and controls; none if absent. */
  readonly multi?: readonly Channel[];
  /** How measured bits are misread, those of all qubits alike or one error for each qubit; not at all if absent. */
  readonly readout?: ReadoutError | readonly ReadoutError[];
}

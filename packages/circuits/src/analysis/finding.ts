import type { Weight } from '../angle.ts';

/** One thing about a circuit that its author may not want. */
export interface Finding {
  readonly rule: 'dead-parameter' | 'no-effect' | 'cancelling-neighbours' | 'redundant-rotation' | 'outside-period';
  /** The places of the ops that it is about, in the circuit's order; none if a weight is in no op. */
  readonly ops: readonly number[];
  /** The weight that is dead. */
  readonly weight?: Weight;
  /** The feature that is dead, or that goes further than a period. */
  readonly feature?: number;
  /** The fact and the remedy, in whole sentences. */
  readonly message: string;
}

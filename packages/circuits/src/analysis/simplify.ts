import type { Observable } from '@hqnn/sim';
import { checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { checkObservables } from '../observables/check-observables.ts';
import type { Op } from '../op.ts';
import { combined, isNothing } from './combined.ts';
import { idle } from './idle.ts';
import { meeting, type Placed, placed } from './meeting.ts';
import { unseen } from './unseen.ts';

/** What may be left out. */
export interface SimplifyOptions {
  /** All that will be measured: what none of it sees is left out as well, and what does nothing to the start. */
  readonly observables?: readonly Observable[];
}

/**
 * The circuit without what does nothing: ops that undo each other, rotations by 0, and rotations about one axis as one,
 * wherever all that stands between commutes with them. It is the same unitary up to a global phase; with `observables`,
 * another one perhaps, from which these have the same expectation values for all features and weights. Weights keep
 * their names and places, and a vector may come to be shorter, or to be gone.
 */
export function simplify(circuit: Circuit, { observables, ...more }: SimplifyOptions = {}): Circuit {
  checkNoMore('simplify', more);
  if (observables) checkObservables('simplify', observables, circuit.qubits);
  const simpler = { ...circuit, ops: merged(circuit.ops) };
  const rest = observables ? visible(simpler, observables) : simpler;
  return rest.ops.length === circuit.ops.length ? rest : simplify(rest, observables ? { observables } : {});
}

/** Each op put together with the last one before it that it meets. */
function merged(ops: readonly Op[]): readonly Op[] {
  const kept: Placed[] = [];
  for (const one of ops.filter((op) => !isNothing(op)).map(placed)) {
    const k = meeting(one, kept);
    if (k === undefined) kept.push(one);
    else kept.splice(k, 1, ...(combined(kept[k].op, one.op) ?? []).map(placed));
  }
  return kept.map(({ op }) => op);
}

/** One kind of what has no effect after the other: leaving out the one may change the other. */
function visible(circuit: Circuit, observables: readonly Observable[]): Circuit {
  const hidden = unseen(circuit, observables);
  const seen = { ...circuit, ops: circuit.ops.filter((_, k) => !hidden[k]) };
  const still = idle(seen);
  return { ...seen, ops: seen.ops.filter((_, k) => !still[k]) };
}

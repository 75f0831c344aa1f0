import type { Observable } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import type { Op } from '../op.ts';
import { combined, isNothing } from './combined.ts';
import { commute } from './commute.ts';
import { idle } from './idle.ts';
import { unseen } from './unseen.ts';

/** What may be left out. */
export interface SimplifyOptions {
  /** All that will be measured: what none of it sees is left out as well, and what does nothing to the start. */
  readonly observables?: readonly Observable[];
}

/**
 * The circuit without what does nothing: ops that undo each other, rotations by 0, and rotations about one axis as one,
 * wherever all that stands between commutes with them. It is the same unitary up to a global phase; with `observables`,
 * another one perhaps, from which these have the same expectation values for all features and weights.
 */
export function simplify(circuit: Circuit, { observables }: SimplifyOptions = {}): Circuit {
  const simpler = withOps(circuit, merged(circuit.ops));
  const rest = observables ? visible(simpler, observables) : simpler;
  return rest.ops.length === circuit.ops.length ? rest : simplify(rest, observables ? { observables } : {});
}

/** Each op put together with the last one before it that it meets, past what it commutes with. */
function merged(ops: readonly Op[]): readonly Op[] {
  const kept: Op[] = [];
  for (const op of ops) {
    if (isNothing(op)) continue;
    const place = partnerOf(op, kept);
    if (place === undefined) kept.push(op);
    else kept.splice(place, 1, ...(combined(kept[place], op) ?? []));
  }
  return kept;
}

/** The place of the op before that this one may be put together with. */
export function partnerOf(op: Op, before: readonly Op[]): number | undefined {
  for (let k = before.length - 1; k >= 0; k--) {
    if (combined(before[k], op)) return k;
    if (!commute(before[k], op)) return undefined;
  }
  return undefined;
}

/** One kind of what has no effect after the other: leaving out the one may change the other. */
function visible(circuit: Circuit, observables: readonly Observable[]): Circuit {
  const hidden = unseen(circuit, observables);
  const seen = withOps(
    circuit,
    circuit.ops.filter((_, k) => !hidden[k]),
  );
  const still = idle(seen);
  return withOps(
    seen,
    seen.ops.filter((_, k) => !still[k]),
  );
}

const withOps = (circuit: Circuit, ops: readonly Op[]): Circuit => ({ ...circuit, ops });

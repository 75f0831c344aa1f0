import type { Observable } from '@hqnn/sim';
import type { Linear } from '../angle.ts';
import type { Params } from '../bind.ts';
import type { Circuit } from '../circuit.ts';
import type { Op } from '../op.ts';
import { combined } from './combined.ts';
import { type Dead, deadIn } from './dead.ts';
import { idle } from './idle.ts';
import { outsidePeriod, type Range } from './outside-period.ts';
import { partnerOf } from './simplify.ts';
import { unseen } from './unseen.ts';
import { writtenOp } from './written-op.ts';

/** One thing about a circuit that its author may not want. */
export interface Finding {
  readonly rule: 'dead-parameter' | 'no-effect' | 'cancelling-neighbours' | 'redundant-rotation' | 'outside-period';
  /** The places of the ops that it is about, in the circuit's order; none if a weight is in no op. */
  readonly ops: readonly number[];
  /** The fact and the remedy, in whole sentences. */
  readonly message: string;
}

/** What the lint knows besides the circuit and what is measured. */
export interface LintOptions {
  /** Where the features lie: the lowest and the highest value, of all or of each. Without it periods are not looked at. */
  readonly ranges?: Range | readonly Range[];
  /** Numbers for the weights that multiply features. Without them an angle with a weight is not looked at. */
  readonly params?: Params;
}

/**
 * What does nothing, is there twice, or folds features over:
 * `dead-parameter`, a weight or a feature on which no observable depends, so that its gradient is 0 everywhere;
 * `no-effect`, any other op that no observable sees, as it commutes with the readout or acts on a fixed start;
 * `cancelling-neighbours`, ops that undo each other or are one rotation, with nothing between that does not commute;
 * `redundant-rotation`, two weights that turn about one axis, of which only the sum matters;
 * `outside-period`, angles that differ by a period or more, which no observable can tell apart.
 * What is said is so for all weights and features; not everything that is so is found.
 */
export function lint(
  circuit: Circuit,
  observables: readonly Observable[],
  options: LintOptions = {},
): readonly Finding[] {
  const [hidden, still] = [unseen(circuit, observables), idle(circuit)];
  const without = circuit.ops.map((_, k) => hidden[k] || still[k]);
  const dead = deadIn(circuit, without);
  const told = new Set(dead.flatMap(({ ops }) => ops));
  const rest = [...without.keys()].filter((k) => without[k] && !told.has(k));
  return [
    ...dead.map(ofDead),
    ...rest.map((k) => noEffect(circuit.ops[k], k, hidden[k])),
    ...neighbours(circuit.ops),
    ...outsidePeriod(circuit, options),
  ];
}

const ofDead = ({ what, ops }: Dead): Finding => ({
  rule: 'dead-parameter',
  ops,
  message:
    ops.length === 0
      ? `${what} is in no op. Shorten its vector, or use it.`
      : `No observable depends on ${what}: its gradient is 0 everywhere. Leave it out, or put a gate behind it that does not commute with the readout.`,
});

const noEffect = (op: Op, k: number, hidden: boolean): Finding => ({
  rule: 'no-effect',
  ops: [k],
  message: hidden
    ? `${writtenOp(op)} commutes with all that is measured after it, and changes nothing. Leave it out.`
    : `${writtenOp(op)} meets qubits that are still in their first basis state, and turns at most the phase of all. Leave it out.`,
});

/** Ops that meet another, each with the last before it. */
function neighbours(ops: readonly Op[]): readonly Finding[] {
  return ops.flatMap((op, k) => {
    const before = ops.slice(0, k);
    const place = partnerOf(op, before);
    if (place !== undefined) return [cancelling(ops[place], op, [place, k])];
    const twin = partnerOf(likeNumber(op), before.map(likeNumber));
    if (twin === undefined || !(byWeight(op) && byWeight(ops[twin]))) return [];
    return [redundant(ops[twin], op, [twin, k])];
  });
}

function cancelling(one: Op, other: Op, ops: readonly number[]): Finding {
  const [left] = combined(one, other) ?? [];
  const meet = `${writtenOp(one)} and ${writtenOp(other)} meet: all that is between commutes with them.`;
  const remedy = left ? `Write ${writtenOp(left)} for both.` : 'They undo each other. Leave both out.';
  return { rule: 'cancelling-neighbours', ops, message: `${meet} ${remedy}` };
}

const redundant = (one: Op, other: Op, ops: readonly number[]): Finding => ({
  rule: 'redundant-rotation',
  ops,
  message: `${writtenOp(one)} and ${writtenOp(other)} turn about one axis, so that only the sum of their angles matters. Leave one of them out.`,
});

/** The op with a number that no other undoes: what is left is where and about what it turns. */
const likeNumber = (op: Op): Op => ('angle' in op && typeof op.angle !== 'number' ? { ...op, angle: 1 } : op);

const byWeight = (op: Op) => 'angle' in op && isWeight(op.angle);

const isWeight = (angle: number | Linear) => typeof angle !== 'number' && angle.feature === undefined;

import type { Observable } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import { checkObservables } from '../observables/check-observables.ts';
import type { Op } from '../op.ts';
import { dead } from './dead.ts';
import type { Finding } from './finding.ts';
import { idle } from './idle.ts';
import { neighbours } from './neighbours.ts';
import { type LintOptions, outsidePeriod } from './outside-period.ts';
import { unseen } from './unseen.ts';
import { writtenOp } from './written-op.ts';

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
  checkObservables('lint', observables, circuit.qubits);
  const [hidden, still] = [unseen(circuit, observables), idle(circuit)];
  const without = circuit.ops.map((_, k) => hidden[k] || still[k]);
  const parameters = dead(circuit, without);
  const told = new Set(parameters.flatMap(({ ops }) => ops));
  const rest = [...without.keys()].filter((k) => without[k] && !told.has(k));
  return [
    ...parameters,
    ...rest.map((k) => noEffect(circuit.ops[k], k, hidden[k])),
    ...neighbours(circuit.ops),
    ...outsidePeriod(circuit, options),
  ];
}

const noEffect = (op: Op, k: number, hidden: boolean): Finding => ({
  rule: 'no-effect',
  ops: [k],
  message: hidden
    ? `${writtenOp(op)} commutes with all that is measured after it, and changes nothing. Leave it out.`
    : `${writtenOp(op)} meets qubits that are still in their first basis state, and turns at most the phase of all. Leave it out.`,
});

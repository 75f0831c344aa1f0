import type { Circuit } from '../circuit.ts';
import type { Gate } from '../gates.ts';
import { isOrdered } from '../matrix.ts';
import type { Op } from '../op.ts';
import { qubitsOf } from '../op-parts.ts';
import { type Label, labelOf } from './label.ts';

/** Neighbouring qubits, from `first` to `last`. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** The amplitudes that a circuit begins from, on all of its qubits. */
interface Start extends Run {
  readonly kind: 'start';
}

/** One op in its column: a line joins its controls and its targets, and crosses every other qubit of its run. */
export interface Placed extends Run {
  readonly kind: 'op';
  readonly label: Label;
  /** What stands on each target in place of the label. */
  readonly mark?: string;
  readonly controls: readonly number[];
  /** The k-th is where the gate's k-th qubit is. */
  readonly targets: readonly number[];
  /** Its targets from top to bottom, neighbours as one box; each alone where they are marked. */
  readonly boxes: readonly Run[];
  /** Whether another order of its targets is another gate, so that a drawing must tell them apart. */
  readonly ordered: boolean;
}

export type Item = Start | Placed;

/** What stands in one moment. No two of its runs share a qubit. */
export type Column = readonly Item[];

/** The circuit in columns, time to the right: each op in the first that is free from its first qubit to its last. */
export function layout({ qubits, ops, initial }: Circuit): readonly Column[] {
  const columns: Item[][] = initial ? [[{ kind: 'start', first: 0, last: qubits - 1 }]] : [];
  const ready = new Array<number>(qubits).fill(columns.length);
  for (const op of ops) {
    const item = placed(op);
    const { first, last } = item;
    const at = Math.max(...ready.slice(first, last + 1));
    columns[at] ??= [];
    columns[at].push(item);
    ready.fill(at + 1, first, last + 1);
  }
  return columns;
}

function placed(op: Op): Placed {
  const { gate, controls, targets } = op;
  const touched = qubitsOf(op);
  const label = labelOf(op);
  const ordered = hasOrder(gate);
  // A mark says neither that a gate is an inverse nor which of its qubits is which.
  const marked = (controls.length > 0 || gate.qubits > 1) && !label.dagger && !ordered;
  const mark = marked && 'matrix' in gate ? gate.mark : undefined;
  return {
    kind: 'op',
    first: Math.min(...touched),
    last: Math.max(...touched),
    label,
    ...(mark ? { mark } : {}),
    controls,
    targets,
    boxes: boxesOf(targets, !mark),
    ordered,
  };
}

function boxesOf(targets: readonly number[], joined: boolean): readonly Run[] {
  const boxes: Run[] = [];
  for (const target of [...targets].sort((one, other) => one - other)) {
    const above = boxes.at(-1);
    if (joined && above?.last === target - 1) boxes[boxes.length - 1] = { first: above.first, last: target };
    else boxes.push({ first: target, last: target });
  }
  return boxes;
}

/** Whether another order of its qubits is another gate. */
const hasOrder = (gate: Gate) => ('axis' in gate ? new Set(gate.axis).size > 1 : isOrdered(gate.matrix));

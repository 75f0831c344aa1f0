import { maskOf } from '../mask.ts';
import { parity } from '../pauli.ts';
import { after, identityMap, pulledMask } from './affine.ts';
import type { AffineMap, DampingPass, Generator, MatrixPass, Pass, Phase, Place, QubitTurn, WordPass } from './plan.ts';
import type { Step } from './step.ts';

/** A pass that is being filled: the qubits on which it is diagonal (`z`) and those on which it is not (`x`). */
interface Open {
  readonly kind: Pass['kind'];
  x: number;
  z: number;
  readonly turns: QubitTurn[];
  readonly phases: Phase[];
  moves: AffineMap;
  readonly whole?: WordPass | MatrixPass | DampingPass;
}

/**
 * Passes, and for each slot where its angle enters and what generates it there, so that a shifted run can start from the
 * state in front of that pass. What joins a pass behind a permutation is told as the word it would be in front of it.
 */
export interface Schedule {
  readonly passes: readonly Pass[];
  readonly places: ReadonlyMap<number, Place>;
}

/**
 * Each step goes into the earliest pass of its kind that comes after all it does not commute with; of steps that
 * commute, those of one kind so come together. What fits no other pass is the last one so far, so that jumps, of which each
 * changes the odds of the next, stay in order.
 */
export function scheduled(
  qubits: number,
  steps: readonly Step[],
  perSample: (slot: number) => boolean,
  fuse: boolean,
): Schedule {
  const open: Open[] = [];
  const places = new Map<number, Place>();
  const phasesOf = new Map<number, readonly Generator[]>();
  for (const step of steps) {
    const kind = kindOf(step, perSample);
    const { x, z } = masksOf(step);
    const last = open.findLastIndex((pass) => (x & (pass.x | pass.z)) !== 0 || (z & pass.x) !== 0);
    const accepts = (pass: Open, at: number) => fuse && at >= last && pass.kind === kind && !pass.whole;
    let before = open.findIndex(accepts);
    if (before < 0) {
      const whole = isWhole(step) ? { whole: step } : {};
      before = open.push({ kind, x: 0, z: 0, turns: [], phases: [], moves: identityMap(qubits), ...whole }) - 1;
    }
    const pass = open[before];
    pass.x |= x;
    pass.z |= z;
    const entering = filled(pass, step);
    for (const slot of 'turn' in step ? step.turn.slots : []) {
      // The phase of a controlled rotation was placed on its own. It commutes with all that is between, so it acts here too.
      const generators = [...(phasesOf.get(slot) ?? []), ...entering];
      places.set(slot, { before, generators });
      if (step.kind === 'phase') phasesOf.set(slot, step.words.flatMap(signOf));
    }
  }
  return { passes: open.map(closed), places };
}

const isWhole = (step: Step) => step.kind === 'word' || step.kind === 'matrix' || step.kind === 'damping';

const signOf = ({
  mask,
  coefficient,
}: {
  readonly mask: number;
  readonly coefficient: number;
}): readonly Generator[] => (mask === 0 ? [] : [{ word: { x: 0, z: mask }, controls: 0, scale: coefficient }]);

function kindOf(step: Step, perSample: (slot: number) => boolean): Pass['kind'] {
  if (step.kind === 'move') return 'diagonal';
  if (step.kind === 'phase') return step.turn.slots.some(perSample) ? 'phases' : 'diagonal';
  return step.kind;
}

function masksOf(step: Step): { readonly x: number; readonly z: number } {
  switch (step.kind) {
    case 'rotate':
      return { x: 1 << step.qubit, z: 0 };
    case 'phase':
      return { x: 0, z: step.words.reduce((all, { mask }) => all | mask, 0) };
    case 'move': {
      const { rows, flips } = step.map;
      const x = rows.reduce((all, row, qubit) => (row === 1 << qubit ? all : all | (1 << qubit)), flips);
      return { x, z: step.reads & ~x };
    }
    case 'word':
      return { x: step.word.x, z: (step.word.z & ~step.word.x) | step.controls };
    case 'matrix':
      return { x: maskOf(step.targets), z: step.controls };
    case 'damping':
      return { x: 1 << step.qubit, z: 0 };
  }
}

/** Puts the step into the pass, and tells what generates it at the pass's entrance. */
function filled(pass: Open, step: Step): readonly Generator[] {
  switch (step.kind) {
    case 'rotate': {
      const { qubit, turn } = step;
      pass.turns.push({ qubit, turn });
      return [{ word: { x: 1 << qubit, z: 1 << qubit }, controls: 0, scale: 1 / 2 }];
    }
    case 'phase': {
      // A sign behind the permutation is a sign of another word before it.
      const words = step.words.map(({ mask, coefficient }) => ({
        mask: pulledMask(pass.moves, mask),
        coefficient: parity(mask & pass.moves.flips) ? -coefficient : coefficient,
      }));
      for (const word of words) pass.phases.push({ ...word, turn: step.turn });
      return words.flatMap(signOf);
    }
    case 'move':
      pass.moves = after(step.map, pass.moves);
      return [];
    case 'word':
      return [{ word: step.word, controls: step.controls, scale: 1 / 2 }];
    case 'matrix':
    case 'damping':
      return [];
  }
}

function closed({ kind, turns, phases, moves, whole }: Open): Pass {
  if (whole) return whole;
  if (kind === 'rotate') return { kind, turns: mergedTurns(turns) };
  if (kind === 'phases') return { kind, phases: mergedPhases(phases) };
  return { kind: 'diagonal', phases: mergedPhases(phases), moves };
}

function mergedTurns(turns: readonly QubitTurn[]): readonly QubitTurn[] {
  const byQubit = grouped(turns, ({ qubit }) => qubit);
  return [...byQubit.keys()]
    .sort((a, b) => a - b)
    .map((qubit) => ({ qubit, turn: sumOf((byQubit.get(qubit) ?? []).map(({ turn }) => turn)) }));
}

/** One phase for all that have a mask and a coefficient in common, and one for all constants of a mask. */
function mergedPhases(phases: readonly Phase[]): readonly Phase[] {
  const fixed = phases.filter(({ turn }) => turn.slots.length === 0);
  const constants = [...grouped(fixed, ({ mask }) => mask)].map(([mask, same]) => ({
    mask,
    coefficient: 1,
    turn: { slots: [], constant: same.reduce((sum, { coefficient, turn }) => sum + coefficient * turn.constant, 0) },
  }));
  const turning = phases.filter(({ turn }) => turn.slots.length > 0);
  const alike = grouped(turning, ({ mask, coefficient }) => `${mask} ${coefficient}`);
  const sums = [...alike.values()].map((same) => ({ ...same[0], turn: sumOf(same.map(({ turn }) => turn)) }));
  return [...sums, ...constants];
}

const sumOf = (turns: readonly QubitTurn['turn'][]) => ({
  constant: turns.reduce((sum, { constant }) => sum + constant, 0),
  slots: turns.flatMap(({ slots }) => slots),
});

/** Map.groupBy, which Node 20 lacks. */
function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

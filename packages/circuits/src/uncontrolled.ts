import { type Angle, times } from './angle.ts';
import { rotationAbout } from './gates.ts';
import type { RotationOp } from './op.ts';

/**
 * A rotation under controls as rotations under none, each about a Pauli word: a control is (1 − Z)/2, so k of them are
 * 2⁻ᵏ Σ (−1)^|S| Z_S over all sets S of them. Exact up to a global phase. Each angle is the given one times a number,
 * and each rotation has, but for a sign of the whole state, the period 2π.
 */
export function uncontrolled(op: RotationOp): readonly RotationOp[] {
  const { controls, targets, angle } = op;
  const { axis, phase } = op.gate;
  return subsets(controls).flatMap((set) => {
    const part = times((-1) ** set.length / 2 ** controls.length, angle);
    return [
      ...about(axis + 'Z'.repeat(set.length), [...targets, ...set], part),
      ...(phase === 0 ? [] : about('Z'.repeat(set.length), set, times(2 * phase, part))),
    ];
  });
}

/** The rotation about a word by an angle, without the letters I; none if nothing else is left, which is a global phase. */
function about(axis: string, targets: readonly number[], angle: Angle): readonly RotationOp[] {
  const kept = [...axis].flatMap((letter, k) => (letter === 'I' ? [] : [{ letter, target: targets[k] }]));
  if (kept.length === 0) return [];
  const gate = rotationAbout(kept.map(({ letter }) => letter).join(''));
  return [{ gate, angle, targets: kept.map(({ target }) => target), controls: [] }];
}

const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>((sets, item) => sets.flatMap((set) => [set, [...set, item]]), [[]]);

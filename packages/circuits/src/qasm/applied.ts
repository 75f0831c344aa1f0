import { adjointGate, type Fixed, GATES, type Rotation } from '../gates.ts';
import { controlled, type Op, p } from '../op.ts';
import { anglesOf, negative, type Value } from './value.ts';

interface Placed {
  readonly targets: readonly number[];
  readonly controls: readonly number[];
}

/** A gate as a file applies it, whose angle may be a sum, or e^{iα} of the whole state, which a control turns into P(α). */
export type Applied = Placed &
  (
    | { readonly kind: 'fixed'; readonly gate: Fixed }
    | { readonly kind: 'rotation'; readonly gate: Rotation; readonly angle: Value }
    | { readonly kind: 'phase'; readonly angle: Value }
  );

/** A gate without an angle on these qubits. */
export const still = (gate: Fixed, targets: readonly number[]): Applied => ({
  kind: 'fixed',
  gate,
  targets,
  controls: [],
});

/** A rotation of these qubits by a sum of angles. */
export const turned = (gate: Rotation, angle: Value, targets: readonly number[]): Applied => ({
  kind: 'rotation',
  gate,
  angle,
  targets,
  controls: [],
});

export const globalPhase = (angle: Value): Applied => ({ kind: 'phase', angle, targets: [], controls: [] });

/** The same under further controls. */
export const under = (controls: readonly number[], applied: readonly Applied[]): readonly Applied[] =>
  applied.map((one) => ({ ...one, controls: [...controls, ...one.controls] }));

/** What undoes it. */
export const undone = (applied: readonly Applied[]): readonly Applied[] =>
  applied
    .map((one) =>
      one.kind === 'fixed' ? { ...one, gate: adjointGate(one.gate) } : { ...one, angle: negative(one.angle) },
    )
    .reverse();

/** As ops: one for each angle of a sum, none for a phase of the whole state, which nothing measures. */
export function opsOf(applied: Applied): readonly Op[] {
  const { kind, targets, controls } = applied;
  if (kind === 'fixed') return [{ gate: applied.gate, targets, controls }];
  const angles = anglesOf(applied.angle);
  if (kind === 'rotation') return angles.map((angle) => ({ gate: applied.gate, angle, targets, controls }));
  const [target, ...others] = controls;
  return target === undefined ? [] : angles.map((angle) => controlled(p(angle, target), ...others));
}

/** NOT on each of these qubits: what turns a control around. */
export const flipped = (qubits: readonly number[]): readonly Applied[] =>
  qubits.map((qubit) => still(GATES.x, [qubit]));

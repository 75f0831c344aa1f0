import { angleAt, type Program, type RotationInstruction } from '../src/index.ts';
import { initialState } from '../src/initial.ts';
import { imagesOf } from '../src/plan/affine.ts';
import type { Generator, Phase, Plan, Turn } from '../src/plan/plan.ts';
import { apply, expectationOf, type State } from '../src/state.ts';

/** A plan carried out pass by pass with the reference's own steps: its final state, and what it measures. */
export function planned(
  plan: Plan,
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  moved?: { slot: number; shift: number },
) {
  const angles = program.slots.map((angle) => angleAt(angle, features, 0, weights));
  const angleOf = ({ constant, slots }: Turn) => slots.reduce((sum, slot) => sum + angles[slot], constant);
  const place = moved && plan.places[moved.slot];
  let state = initialState(program, features, 0);
  const rotate = (x: number, z: number, controls: number, angle: number) =>
    apply(state, rotation(x, z, controls), angle);
  const shiftBefore = (pass: number) => {
    if (moved && place?.before === pass) for (const generator of place.generators) turn(generator, moved.shift);
  };
  const turn = ({ word, controls, scale }: Generator, angle: number) =>
    rotate(word.x, word.z, controls, 2 * scale * angle);
  const phase = ({ mask, coefficient, turn }: Phase) => {
    const angle = coefficient * angleOf(turn);
    if (mask === 0) state = times(state, angle);
    else rotate(0, mask, 0, 2 * angle);
  };
  for (const { qubit, turn } of plan.start) rotate(1 << qubit, 1 << qubit, 0, angleOf(turn));
  plan.passes.forEach((pass, k) => {
    shiftBefore(k);
    if (pass.kind === 'rotate')
      for (const { qubit, turn } of pass.turns) rotate(1 << qubit, 1 << qubit, 0, angleOf(turn));
    else if (pass.kind === 'matrix') apply(state, pass, 0);
    else if (pass.kind === 'damping') apply(state, { ...pass, slot: 0 }, angleOf(pass.turn));
    else if (pass.kind === 'word') rotate(pass.word.x, pass.word.z, pass.controls, angleOf(pass.turn));
    else {
      for (const each of pass.phases) phase(each);
      if (pass.kind === 'diagonal') state = permuted(state, imagesOf(pass.moves));
    }
  });
  shiftBefore(plan.passes.length);
  const { words, shares, moves } = plan.measurement;
  if (moves) state = permuted(state, imagesOf(moves));
  const expected = words.map((word) => expectationOf(state, { terms: [{ coefficient: 1, word }] }));
  const values = new Float64Array(program.observables.length);
  for (const { observable, word, coefficient, turn } of shares)
    values[observable] += coefficient * (turn ? Math[turn.f](angleOf(turn.of)) : 1) * expected[word];
  return { state, values };
}

const rotation = (x: number, z: number, controls: number): RotationInstruction => ({
  kind: 'rotation',
  word: { x, z },
  phase: 0,
  controls,
  slot: 0,
});

/** e^{−i·angle}|ψ⟩ */
function times(state: State, angle: number): State {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return state.map((value, j) => (j & 1 ? c * value - s * state[j - 1] : c * value + s * state[j + 1]));
}

function permuted(state: State, images: Int32Array): State {
  const result = new Float64Array(state.length);
  images.forEach((image, k) => {
    result.set(state.subarray(2 * k, 2 * k + 2), 2 * image);
  });
  return result;
}

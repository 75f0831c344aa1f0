import { expect, test } from 'vitest';
import { type Angle, type Instruction, type Observable, type Program, pauliWord, reference } from '../src/index.ts';
import { planOf } from '../src/plan/plan-of.ts';
import { near } from '../src/testing/near.ts';
import { randomRun } from '../src/testing/random-run.ts';
import { planned } from './planned.ts';

const TOLERANCE = 1e-12;
const SEEDS = [...Array(80).keys()];
const simulator = reference();

test.each(SEEDS)('random program %i and its plan give the same state', (seed) => {
  const { program, features, weights } = randomRun(seed, { rows: 1, length: 25 });
  for (const fuse of [true, false]) {
    const { state } = planned(planOf(program, 'state', { fuse }), program, features, weights);
    near(state, simulator.state(program, features, weights), TOLERANCE, 'state');
  }
});

test.each(SEEDS)('random program %i and its plan give the same values, with every slot shifted too', (seed) => {
  const { program, features, weights } = randomRun(seed, { rows: 1, length: 25 });
  for (const fuse of [true, false]) {
    const plan = planOf(program, program, { fuse });
    near(
      planned(plan, program, features, weights).values,
      simulator.run(program, features, weights),
      TOLERANCE,
      'values',
    );
    for (const slot of program.slots.keys()) {
      const moved = { slot, shift: 0.8 };
      const expected = simulator.runShifted(program, features, weights, [moved]);
      near(
        planned(plan, program, features, weights, moved).values,
        expected,
        TOLERANCE,
        `values, slot ${slot} shifted`,
      );
    }
  }
});

test('layers of RY, RZ and a ring of CNOTs become a start, then one diagonal pass and one rotation each, the last one measured', () => {
  const { start, passes, measurement } = planOf(layered(3), layered(3));
  expect(start).toHaveLength(4);
  expect(passes.map(({ kind }) => kind)).toEqual(['diagonal', 'rotate', 'diagonal', 'rotate', 'diagonal']);
  expect(measurement.words).toHaveLength(8);
});

test('what no observable sees is not run', () => {
  const program = layered(2);
  const onQubit3: Observable = { terms: [{ coefficient: 1, word: { x: 0, z: 8 } }] };
  const alone = { ...program, instructions: program.instructions.filter(({ kind }) => kind === 'rotation') };
  const { start, passes, measurement } = planOf(alone, { observables: [onQubit3] });
  expect(passes.map(({ kind }) => kind)).toEqual(['diagonal', 'rotate', 'diagonal']);
  const turned = passes.flatMap((pass) => (pass.kind === 'rotate' ? pass.turns : []));
  expect([...start, ...turned].map(({ qubit }) => qubit)).toEqual([3, 3]);
  expect(measurement.shares).toHaveLength(2);
});

test('a rotation by a feature and one by a weight about one axis are one', () => {
  const { start } = planOf(layered(1), layered(1));
  expect(start[0].turn.slots).toHaveLength(2);
});

/** On four qubits: RY(x), then layers of RY, RZ and a ring of CNOTs, then RY; ⟨Z⟩ of each. */
function layered(layers: number): Program {
  const wires = [0, 1, 2, 3];
  const slots: Angle[] = [];
  const turn = (letters: string, qubit: number, angle: Angle): Instruction => ({
    kind: 'rotation',
    word: pauliWord(letters, [qubit]),
    phase: 0,
    controls: 0,
    slot: slots.push(angle) - 1,
  });
  const weights = () => slots.filter((angle) => typeof angle !== 'number' && angle.weight !== undefined).length;
  const trained = (letters: string, qubit: number) => turn(letters, qubit, { scale: 1, weight: weights(), offset: 0 });
  const matrix = Float64Array.of(0, 0, 1, 0, 1, 0, 0, 0);
  const instructions = [
    wires.map((qubit) => turn('Y', qubit, { scale: 1, feature: qubit, offset: 0 })),
    Array.from({ length: layers }, () => [
      wires.flatMap((qubit) => [trained('Y', qubit), trained('Z', qubit)]),
      wires.map((qubit): Instruction => ({ kind: 'matrix', targets: [(qubit + 1) % 4], controls: 1 << qubit, matrix })),
    ]),
    wires.map((qubit) => trained('Y', qubit)),
  ].flat(3);
  const observables = wires.map((qubit) => ({ terms: [{ coefficient: 1, word: pauliWord('Z', [qubit]) }] }));
  return { qubits: 4, features: 4, weights: weights(), slots, instructions, observables };
}

import { bitsOf, maskOf, spread } from '../mask.ts';
import type { DampingInstruction, Instruction, MatrixInstruction, RotationInstruction } from '../program.ts';
import { affineOn } from './affine.ts';
import { monomialOf, signCoefficients } from './monomial.ts';
import {
  type AffineMap,
  type DampingPass,
  type MatrixPass,
  NO_TURN,
  type QubitTurn,
  type Turn,
  type WordPass,
} from './plan.ts';
import { anglesOf } from './zyz.ts';

/** exp(−i · turn · Σ coefficient·Z-word) */
interface PhaseStep {
  readonly kind: 'phase';
  readonly words: readonly { readonly mask: number; readonly coefficient: number }[];
  readonly turn: Turn;
}

/** A permutation of the basis states. */
interface MoveStep {
  readonly kind: 'move';
  readonly map: AffineMap;
  /** The qubits that it reads. */
  readonly reads: number;
}

/** What an instruction is made of, for the scheduler: each is of one kind of pass. */
export type Step =
  | ({ readonly kind: 'rotate' } & QubitTurn)
  | PhaseStep
  | MoveStep
  | WordPass
  | MatrixPass
  | DampingPass;

/** More bits than this are not taken apart: 2ᵐ words would be dearer than the dense matrix. */
const MOST_BITS = 4;

/** The steps whose product, the first acting first, is the instruction. */
export function stepsOf(qubits: number, instruction: Instruction): readonly Step[] {
  switch (instruction.kind) {
    case 'rotation':
      return rotationSteps(instruction);
    case 'matrix':
      return matrixSteps(qubits, instruction);
    case 'damping':
      return [dampingStep(instruction)];
  }
}

const dampingStep = ({ kind, qubit, rate, slot }: DampingInstruction): Step => ({
  kind,
  qubit,
  rate,
  turn: { constant: 0, slots: [slot] },
});

function rotationSteps({ word, phase, controls, slot }: RotationInstruction): readonly Step[] {
  const turn = { constant: 0, slots: [slot] };
  const phases: readonly Step[] = phase === 0 ? [] : [{ kind: 'phase', words: projector(controls, phase, 0), turn }];
  if (word.x === 0) {
    const words = [...projector(controls, phase, 0), ...projector(controls, 1 / 2, word.z)];
    return [{ kind: 'phase', words: words.filter(({ coefficient }) => coefficient !== 0), turn }];
  }
  const qubit = 31 - Math.clz32(word.x);
  if (controls !== 0 || (word.x | word.z) !== 1 << qubit) return [...phases, { kind: 'word', word, controls, turn }];
  const rotate: Step = { kind: 'rotate', qubit, turn };
  if (word.z !== 0) return [...phases, rotate];
  // RX(α) = RZ(−π/2) RY(α) RZ(π/2)
  return [...phases, rz(qubit, Math.PI / 2), rotate, rz(qubit, -Math.PI / 2)];
}

function matrixSteps(qubits: number, instruction: MatrixInstruction): readonly Step[] {
  const { targets, controls, matrix } = instruction;
  const dense = [{ ...instruction, kind: 'matrix' } as const];
  const bits = [...targets, ...bitsOf(controls)];
  const monomial = bits.length <= MOST_BITS ? monomialOf(matrix) : undefined;
  if (monomial) {
    const onlyOn = (value: number) => value >> targets.length === 2 ** (bits.length - targets.length) - 1;
    const local = (value: number) => value & (2 ** targets.length - 1);
    const values = [...Array(2 ** bits.length).keys()];
    const images = values.map((value) =>
      onlyOn(value) ? value - local(value) + monomial.images[local(value)] : value,
    );
    const map = affineOn(qubits, bits, images);
    if (!map) return dense;
    const angles = values.map((value) => (onlyOn(value) ? monomial.angles[local(value)] : 0));
    const words = signCoefficients(angles).map((coefficient, value) => ({
      mask: spread(value, bits),
      coefficient: -coefficient,
    }));
    return [
      { kind: 'phase', words: words.filter(({ coefficient }) => Math.abs(coefficient) > 1e-15), turn: ONCE },
      ...(images.every((image, k) => image === k) ? [] : [{ kind: 'move', map, reads: maskOf(bits) } as const]),
    ];
  }
  const euler = bits.length === 1 ? anglesOf(matrix) : undefined;
  if (!euler) return dense;
  const [qubit] = targets;
  return [
    { kind: 'phase', words: [{ mask: 0, coefficient: -euler.phase }], turn: ONCE },
    rz(qubit, euler.first),
    { kind: 'rotate', qubit, turn: { ...NO_TURN, constant: euler.middle } },
    rz(qubit, euler.last),
  ];
}

const ONCE: Turn = { constant: 1, slots: [] };

const rz = (qubit: number, angle: number): Step => ({
  kind: 'phase',
  words: [{ mask: 1 << qubit, coefficient: 1 / 2 }],
  turn: { constant: angle, slots: [] },
});

/** coefficient · Z-word · Π (1 − Z_c)/2 over the controls, as Z-words. */
function projector(controls: number, coefficient: number, mask: number) {
  return bitsOf(controls).reduce(
    (words, control) =>
      words.flatMap((word) => [
        { ...word, coefficient: word.coefficient / 2 },
        { mask: word.mask | (1 << control), coefficient: -word.coefficient / 2 },
      ]),
    [{ mask, coefficient }],
  );
}

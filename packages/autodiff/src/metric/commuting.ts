import { type Instruction, type Matrix, type MatrixInstruction, popcount } from '@hqnn/sim';

/** Where an instruction acts, and with which Pauli letters on which qubits it commutes, all as bit masks. */
export interface Axes {
  readonly acted: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Whether it is a rotation about one Pauli word without controls, which commutes or anticommutes with another. */
  readonly isWord: boolean;
}

/** The axes of an instruction: one that turns about a letter on a qubit has that letter for its axis, a control has Z. */
export function axesOf(instruction: Instruction): Axes {
  if (instruction.kind === 'damping') return { acted: 1 << instruction.qubit, x: 0, y: 0, z: 0, isWord: false };
  if (instruction.kind === 'matrix') return { ...axesOfMatrix(instruction), isWord: false };
  const { controls, word } = instruction;
  const { x, z } = word;
  return { acted: x | z | controls, x: x & ~z, y: x & z, z: (z & ~x) | controls, isWord: controls === 0 };
}

/**
 * Whether two instructions are known to commute, at all angles. On each qubit that both act on they commute with one
 * letter in common, so both are diagonal there in one basis; or they turn about Pauli words that commute. Where it says
 * no, they may commute still.
 */
export function commuting(one: Axes, other: Axes): boolean {
  const together = (one.x & other.x) | (one.y & other.y) | (one.z & other.z);
  const apart = one.acted & other.acted & ~together;
  return apart === 0 || (one.isWord && other.isWord && popcount(apart) % 2 === 0);
}

function axesOfMatrix({ targets, controls, matrix }: MatrixInstruction): Omit<Axes, 'isWord'> {
  const along = (letter: Letter) =>
    targets.reduce((mask, qubit, place) => (commutesWith(matrix, letter, place) ? mask | (1 << qubit) : mask), 0);
  const acted = targets.reduce((mask, qubit) => mask | (1 << qubit), controls);
  return { acted, x: along('X'), y: along('Y'), z: along('Z') | controls };
}

type Letter = 'X' | 'Y' | 'Z';

/** Entries of a matrix that may be given in single precision are equal if they are so close. */
const EQUAL = 1e-7;

/** Whether MP = PM, with P the letter on the target `place`, entry by entry: P has one in each row, at row ⊕ flip. */
function commutesWith(matrix: Matrix, letter: Letter, place: number): boolean {
  const size = Math.sqrt(matrix.length / 2);
  const flip = letter === 'Z' ? 0 : 1 << place;
  // (MP)ⱼₖ = Mⱼ,ₖ⊕flip·P(k⊕flip, k) and (PM)ⱼₖ = P(j, j⊕flip)·Mⱼ⊕flip,ₖ: Y and Z have signs, and those of Y are ±i on both sides.
  const sign = (row: number) => (letter !== 'X' && (row >> place) & 1 ? -1 : 1);
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++)
      for (const part of [0, 1]) {
        const left = sign(k ^ flip) * matrix[2 * (j * size + (k ^ flip)) + part];
        const right = sign(j) * matrix[2 * ((j ^ flip) * size + k) + part];
        if (Math.abs(left - right) > EQUAL) return false;
      }
  return true;
}

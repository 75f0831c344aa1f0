import type { Angle } from './angle.ts';
import { maskOf } from './mask.ts';
import type { PauliWord } from './pauli.ts';

/** A square complex matrix, row by row, each entry as two numbers: real, imaginary. */
export type Matrix = Float64Array;

/** Multiplies the targets by a fixed matrix where every control is 1. The first target is the lowest bit of its index. */
export interface MatrixInstruction {
  readonly kind: 'matrix';
  readonly targets: readonly number[];
  /** A bit mask of qubits. */
  readonly controls: number;
  readonly matrix: Matrix;
}

/** exp(−iα(phase·I + ½P)) where every control is 1, with P the Pauli `word` and α the angle in `slot`. */
export interface RotationInstruction {
  readonly kind: 'rotation';
  readonly word: PauliWord;
  readonly phase: number;
  /** A bit mask of qubits. */
  readonly controls: number;
  readonly slot: number;
}

/**
 * A quantum jump of amplitude damping, by which one trajectory of many goes (Mølmer, Castin and Dalibard, J. Opt. Soc. Am.
 * B 10, 524 (1993)). With p₁ the probability of 1 on the qubit in the state of each row, and α the angle in `slot`, the row
 * falls to 0 where sin²(α/2) < rate·p₁: its state becomes |0⟩⟨1|ψ⟩, and elsewhere diag(1, √(1 − rate))|ψ⟩, of norm 1
 * either way. With α = 2 arcsin √u for a uniform u, the mean over trajectories is the channel of Nielsen and Chuang 8.3.5.
 */
export interface DampingInstruction {
  readonly kind: 'damping';
  readonly qubit: number;
  /** From 0 to 1. */
  readonly rate: number;
  readonly slot: number;
}

/** What keeps scalar products, and can be taken back. */
export type UnitaryInstruction = MatrixInstruction | RotationInstruction;

/** One step of a program. */
export type Instruction = UnitaryInstruction | DampingInstruction;

/** What is measured: a real combination of Pauli words. */
export interface Observable {
  readonly terms: readonly { readonly coefficient: number; readonly word: PauliWord }[];
}

/**
 * What a simulator runs: plain data, every name turned into a number. Qubit q is bit q of an amplitude's index.
 * It is run on rows of `features` numbers, one row a sample, and on `weights` numbers that all rows share.
 */
export interface Program {
  readonly qubits: number;
  readonly features: number;
  readonly weights: number;
  /** The angle of each slot. Each slot belongs to one rotation, so that shifting it shifts that rotation alone, or to one jump. */
  readonly slots: readonly Angle[];
  readonly instructions: readonly Instruction[];
  readonly observables: readonly Observable[];
  /** The start, |0…0⟩ if absent: amplitude k is x[initial[k]]/‖x‖, and 0 past the end of the list. */
  readonly initial?: readonly number[];
  /** What a row is whose amplitudes are all zero: an error if absent, or the state |0…0⟩, which has no gradient in them. */
  readonly zeroNorm?: ZeroNorm;
  /** What is done with a row of amplitudes of any norm but 0 and 1: they are divided by it if absent. */
  readonly otherNorm?: OtherNorm;
}

/** What is done with a row of amplitudes of norm 0. */
export type ZeroNorm = 'error' | 'zero-state';

/** What is done with a row of amplitudes whose norm is neither 0 nor 1. */
export type OtherNorm = 'divide' | 'error';

/** The qubits that an instruction changes, or reads as a word of Zs does, as a bit mask: its controls are not among them. */
export function actedOn(instruction: Instruction): number {
  switch (instruction.kind) {
    case 'matrix':
      return maskOf(instruction.targets);
    case 'rotation':
      return instruction.word.x | instruction.word.z;
    case 'damping':
      return 1 << instruction.qubit;
  }
}

/** The qubits that switch an instruction, as a bit mask. */
export const controlsOf = (instruction: Instruction): number =>
  instruction.kind === 'damping' ? 0 : instruction.controls;

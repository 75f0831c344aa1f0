import type { PauliWord } from '../pauli.ts';
import type { Matrix, Observable } from '../program.ts';

/** An angle of a pass: the sum of the angles of these slots, and a constant. */
export interface Turn {
  readonly constant: number;
  readonly slots: readonly number[];
}

/** RY(turn) on one qubit. */
export interface QubitTurn {
  readonly qubit: number;
  readonly turn: Turn;
}

/** exp(−i · coefficient · turn · Z-word), the word being the Zs at the ones of `mask`: a sign a basis state. */
export interface Phase {
  readonly mask: number;
  readonly coefficient: number;
  readonly turn: Turn;
}

/** k ↦ A·k ⊕ b over bits: bit q of the image is parity(rows[q] & k), flipped where bit q of `flips` is set. */
export interface AffineMap {
  readonly rows: readonly number[];
  readonly flips: number;
}

/** Real rotations about Y of different qubits. */
export interface RotatePass {
  readonly kind: 'rotate';
  readonly turns: readonly QubitTurn[];
}

/** Phases that all samples share, then a permutation: amplitude k moves to moves(k). */
export interface DiagonalPass {
  readonly kind: 'diagonal';
  readonly phases: readonly Phase[];
  readonly moves: AffineMap;
}

/** Phases that differ from sample to sample. */
interface PhasesPass {
  readonly kind: 'phases';
  readonly phases: readonly Phase[];
}

/** exp(−i · turn/2 · word) where every control is 1: what fits no other pass. */
export interface WordPass {
  readonly kind: 'word';
  readonly word: PauliWord;
  readonly controls: number;
  readonly turn: Turn;
}

/** A dense matrix where every control is 1. */
export interface MatrixPass {
  readonly kind: 'matrix';
  readonly targets: readonly number[];
  readonly controls: number;
  readonly matrix: Matrix;
}

/** A quantum jump of each sample, where sin²(turn/2) < rate·p₁: see DampingInstruction. */
export interface DampingPass {
  readonly kind: 'damping';
  readonly qubit: number;
  readonly rate: number;
  readonly turn: Turn;
}

/** One sweep over the state. */
export type Pass = RotatePass | DiagonalPass | PhasesPass | WordPass | MatrixPass | DampingPass;

/** A share of ⟨word⟩ in an observable: coefficient · f(turn), f being 1 where there is no turn. */
export interface Share {
  readonly observable: number;
  readonly word: number;
  readonly coefficient: number;
  readonly turn?: { readonly of: Turn; readonly f: 'cos' | 'sin' };
}

/** ⟨O⟩ of each observable as a sum of shares in ⟨word⟩ of each word. */
export interface Measurement {
  readonly words: readonly PauliWord[];
  readonly shares: readonly Share[];
  /** A permutation of the basis states just before: amplitude k is measured as that of moves(k). Words are then diagonal. */
  readonly moves?: AffineMap;
}

/** exp(−i · scale · angle · word) where every control is 1. */
export interface Generator {
  readonly word: PauliWord;
  readonly controls: number;
  readonly scale: number;
}

/** Where a slot acts: moving its angle by δ is exp(−iδ·generators) on what comes into pass `before`; none if nothing is seen of it. */
export interface Place {
  readonly before: number;
  readonly generators: readonly Generator[];
}

/**
 * A program as few sweeps over the state. The start is |0…0⟩ or the features as amplitudes, then RY(turn) on each qubit
 * of `start`; then come the passes; then what is measured.
 */
export interface Plan {
  readonly qubits: number;
  readonly start: readonly QubitTurn[];
  readonly passes: readonly Pass[];
  readonly measurement: Measurement;
  /** Of each slot. */
  readonly places: readonly Place[];
}

/** What a plan is for: expectation values, of which only what the observables see is run, or the whole state. */
export type Goal = { readonly observables: readonly Observable[] } | 'state';

/** An angle of 0. */
export const NO_TURN: Turn = { constant: 0, slots: [] };

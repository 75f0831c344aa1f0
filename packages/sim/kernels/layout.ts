// The records that src/wasm writes and the kernels read, 32 bits a field, addresses in bytes; build.mjs tells src/wasm the
// order of the fields from here. A chunk holds as many samples as there are lanes; amplitude k of it is `lanes` real parts, then as many imaginary.
import { Dense } from './matrix';
import { Words } from './signs';
import { Singles } from './xs';

/** Up to three qubits that turn together. */
@unmanaged
export class Block {
  /** 1 where the angle differs from sample to sample, or where nothing behind takes the cosines. */
  lanes: u32;
  count: u32;
  a: u32;
  b: u32;
  c: u32;
  /** The tangent of qubit a, the others following; or the dials of a and b. */
  first: u32;
  second: u32;
}

/** A diagonal pass's table, and what it is built from. */
@unmanaged
export class Table {
  /** 2ⁿ complex numbers. */
  table: usize;
  /** Where each amplitude comes from, or 0. */
  source: usize;
  /** 2ⁿ complex numbers that never change, in front of the permutation, their real parts first; or 0. */
  fixed: usize;
  /** For each qubit a complex factor where it is 0, and one where it is 1. */
  levels: usize;
  /** A complex factor of all. */
  scale: usize;
  /** Cosines and sines of the words of more than one qubit, whose masks are at `masks`. */
  others: usize;
  masks: usize;
  otherCount: u32;
  /** Room for 2ⁿ complex numbers, a vector or more of each part. */
  work: usize;
  /** Where its slopes are summed, from the frame's `sums`: a vector an amplitude; and whether they are wanted. */
  sums: u32;
  wantsSlopes: u32;
  /** The words of its slopes, and the first place in the results. */
  words: Words;
  wordCount: u32;
  result: u32;
}

export const ROTATE: u32 = 0;
export const DIAGONAL: u32 = 1;
export const PHASES: u32 = 2;
export const WORD: u32 = 3;
export const MATRIX: u32 = 4;
export const DAMPING: u32 = 5;

/** One sweep over the state. */
@unmanaged
export class Pass {
  kind: u32;
  /** Where its state is kept for the way back. */
  slot: u32;
  /** Whether it cannot work in place. */
  apart: u32;
  blocks: usize;
  blockCount: u32;
  table: Table;
  words: Words;
  dial: u32;
  x: u32;
  z: u32;
  controls: u32;
  dense: Dense;
  /** Of a damping, whose qubit is the 1 of `x`: its rate and √(1 − rate). */
  rate: usize;
}

/** ⟨O⟩ += value · ⟨word⟩ */
@unmanaged
export class Share {
  observable: u32;
  word: u32;
}

/** A program and what it is run on: what all threads share. */
@unmanaged
export class Program {
  qubits: u32;
  lanes: u32;
  passes: usize;
  passCount: u32;
  /** The dial that each qubit starts with, or 0 where the features are the amplitudes. */
  startDials: usize;
  initial: usize;
  initialCount: u32;
  /** Dials: angles a lane, bias + Σ scale · feature, half of those of the gates. */
  dialCount: u32;
  biases: usize;
  /** For each dial the end of its terms; for each term its feature; its scale. */
  termEnds: usize;
  termFeatures: usize;
  termScales: usize;
  dialResult: u32;
  termResult: u32;
  tangents: usize;
  flips: usize;
  tangentCount: u32;
  /** Words that are measured: those of Zs, single Xs, and masks x and z of the others, with places. */
  zWords: Words;
  zCount: u32;
  /** Which amplitude is measured as the k-th, or 0. */
  zSource: usize;
  xSingles: Singles;
  xWords: usize;
  xCount: u32;
  wordCount: u32;
  shares: usize;
  shareCount: u32;
  shareValues: usize;
  shareResult: u32;
  wantsShares: u32;
  features: usize;
  featureCount: u32;
  rows: u32;
  outputs: usize;
  observableCount: u32;
  cotangents: usize;
  slopes: usize;
  wantsFeatures: u32;
  /** Moved angles: for each, the pass before which it acts, and the end of its generators. */
  shifts: usize;
  shiftCount: u32;
  generators: usize;
  generatorValues: usize;
  /** Whether the way back undoes the state, instead of keeping what was passed. */
  undoes: u32;
  resultCount: u32;
}

/** What one thread works in. */
@unmanaged
export class Frame {
  states: usize;
  slotBytes: usize;
  lambda: usize;
  spare: usize;
  scratch: usize;
  /** The product that the start is, with all that it is doubled from. */
  product: usize;
  features: usize;
  dials: usize;
  raw: usize;
  values: usize;
  along: usize;
  outputs: usize;
  norms: usize;
  slopes: usize;
  sums: usize;
  sumBytes: u32;
  results: usize;
}

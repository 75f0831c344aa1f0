// One large state. Its lowest qubits lie inside a vector (two in single precision, one in double), so that amplitude k is
// number k mod (numbers a vector) of the (k div numbers a vector)-th pair of vectors, real parts and imaginary parts. For
// the other qubits that is the layout of a chunk with as many lanes. A sweep goes by blocks of 2^blockBits amplitudes,
// which stay in the cache while all low qubits are turned and the phases multiplied, and by tiles for high qubits.
import { VECTOR } from './vector';
import { Words } from './signs';

/** What a sweep does, and to which state. */
@unmanaged
export class Large {
  qubits: u32;
  blockBits: u32;
  state: usize;
  /** λ, or where amplitudes are moved to. */
  other: usize;
  /** Whether it is the inverse. */
  back: u32;
  /** Cosine and sine for each qubit inside a vector, with `turnsInside` where any is not (1, 0). */
  inside: usize;
  turnsInside: u32;
  /** Blocks of up to three qubits above those, counted from the first above; their tangents and flips. */
  blocks: usize;
  blockCount: u32;
  tangents: usize;
  flips: usize;
  /** Instead of tangents, a cosine and a sine for each block of one qubit: what no phases follow. */
  plain: u32;
  /** The lowest qubit of a tile, how many it has, and the bytes of its columns. */
  first: u32;
  tileBits: u32;
  columns: usize;
  /**
   * Phases: 2^blockBits factors, in the layout of the state, or 0. There are 2^variantBits such tables, one for the signs
   * that the masks above a block at `variants` make; and for each word that reaches above a block its angle, masks below
   * and above.
   */
  table: usize;
  variants: usize;
  variantBits: u32;
  angles: usize;
  masks: usize;
  angleCount: u32;
  /** A real factor of all. */
  scale: usize;
  /** For each high qubit a real factor where it is 0, and one where it is 1: of a product state. */
  highs: usize;
  /** Words to be summed: folded over the rows of a block, then by the signs inside a vector and above a block. */
  words: Words;
  wordCount: u32;
  wordMasks: usize;
  scratch: usize;
  /** Where amplitudes come from: below a block, for each; above, for each block. */
  sourceLow: usize;
  sourceHigh: usize;
  /** A word with controls, cosine and sine. */
  x: u32;
  z: u32;
  controls: u32;
  cosine: usize;
  /** A dense matrix: targets as offsets, entries, and room for one column: a matrix is one shard's work. */
  dimension: u32;
  targets: u32;
  offsets: usize;
  matrix: usize;
}

/** Numbers a vector, as a power of two. */
@inline
export function insideBits<T>(): u32 {
  return sizeof<T>() == 8 ? 1 : 2;
}

/** Where the real part of amplitude k is; the imaginary part is a vector further. */
@inline
export function amplitudeAt<T>(state: usize, k: u32): usize {
  const bits = insideBits<T>();
  return state + <usize>(k >> bits) * (2 * VECTOR) + (k & ((1 << bits) - 1)) * sizeof<T>();
}

/** Bytes of a block. */
@inline
export function blockBytes<T>(large: Large): usize {
  return (<usize>2 * sizeof<T>()) << large.blockBits;
}

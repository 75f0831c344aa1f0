import { bitsOf } from '../../mask.ts';
import { imagesOf, inverseMap } from '../../plan/affine.ts';
import type { AffineMap } from '../../plan/plan.ts';
import { megabytes } from '../../room.ts';
import { type Arena, MOST_BYTES } from '../arena.ts';
import { type Fields, fieldsOf, sizeOf } from '../record.ts';

/** Amplitudes of a block, as a power of two: 16 KiB in single precision. */
const BLOCK_BITS = 11;
/** Qubits of a tile. */
export const TILE_BITS = 6;
/** Bytes of a tile's columns. */
const COLUMNS = 512;
/** What a large state needs besides: tables and results, whatever its size. */
const BESIDES = 2 ** 24;

const LARGE = fieldsOf('Large');

/** A large state in the kernels' memory, and the record by which kernels are told what to do with it. */
export interface LargeRecord {
  readonly address: number;
  readonly qubits: number;
  readonly blockBits: number;
  /** Qubits inside a vector. */
  readonly insideBits: number;
  /** Addresses of the state, of λ where there is a way back, and of room to move amplitudes to where there is any. */
  readonly states: readonly number[];
  readonly columns: number;
  set(fields: Partial<Fields<'Large'>>): void;
  /** An address in the record. */
  get(field: 'state' | 'other'): number;
}

/** Room for so many states of so many qubits, or an error that says what there would have to be. */
export function largeRecord(arena: Arena, qubits: number, wanted: number, welcome: number): LargeRecord {
  const bytes = 2 * arena.width * 2 ** qubits;
  const free = MOST_BYTES - arena.top - BESIDES;
  if (bytes * wanted > free)
    throw new Error(
      `${wanted === 1 ? 'A state' : `${wanted} states, as a gradient takes,`} of ${qubits} qubits in ${arena.width === 4 ? 'single' : 'double'} precision ` +
        `would take ${megabytes(bytes * wanted)} of memory, but WebAssembly has ${megabytes(free)} left. Take ${Math.floor(Math.log2(free / wanted / 2 / arena.width))} qubits or fewer.`,
    );
  const states = Array.from({ length: Math.min(welcome, Math.floor(free / bytes)) }, () => arena.take(bytes));
  const address = arena.take(sizeOf('Large'));
  const start = address / 4;
  const set = (fields: Partial<Fields<'Large'>>) => {
    const { integers } = arena;
    for (const [name, value] of Object.entries(fields)) integers[start + LARGE[name as keyof typeof LARGE]] = value;
  };
  // Addresses above 2 GiB are negative as integers.
  const get = (field: 'state' | 'other') => arena.integers[start + LARGE[field]] >>> 0;
  arena.integers.fill(0, start, start + sizeOf('Large') / 4);
  const blockBits = Math.min(BLOCK_BITS, qubits);
  const columns = Math.min(COLUMNS, 2 * arena.width * 2 ** blockBits);
  set({ qubits, blockBits, state: states[0], columns });
  return { address, qubits, blockBits, insideBits: arena.width === 4 ? 2 : 1, states, columns, set, get };
}

/** Where amplitudes come from under a permutation: within a block, and for each block. */
export function sourcesOf({ qubits, blockBits }: LargeRecord, moves: AffineMap, back: boolean) {
  const source = back ? moves : inverseMap(moves);
  const below = bitsOf(2 ** blockBits - 1);
  const above = bitsOf(2 ** qubits - 1).slice(blockBits);
  return {
    low: imagesOf({ ...source, flips: 0 }, below),
    high: imagesOf(source, above),
  };
}

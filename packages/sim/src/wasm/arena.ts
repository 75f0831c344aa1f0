import { megabytes } from '../room.ts';
import type { Precision } from '../simulator.ts';

/** The kernels' memory, given out from the bottom up. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  /** Bytes of a number. */
  readonly width: 4 | 8;
  /** Views of all of it, an index being an address over the size of an entry; new ones after it has grown. */
  readonly integers: Int32Array;
  readonly numbers: Float32Array | Float64Array;
  readonly doubles: Float64Array;
  /** So many bytes, at a multiple of 16. */
  take(bytes: number): number;
  /** What is in use. */
  readonly top: number;
  /** Takes back all above. */
  release(top: number): void;
}

const PAGE = 65536;
/** Addresses have 32 bits. */
export const MOST_BYTES = 2 ** 32;
/** That in pages, as memories count. */
export const MOST_PAGES = MOST_BYTES / PAGE;
/** The kernels' own constants lie below. */
const BOTTOM = 1024;

/** The memory of one simulator, with views for numbers of its precision. */
export function arena(memory: WebAssembly.Memory, precision: Precision): Arena {
  const own = {
    memory,
    width: precision === 'single' ? (4 as const) : (8 as const),
    ...viewsOf(memory, precision),
    top: BOTTOM,
    take: (bytes: number) => {
      const address = own.top;
      const top = address + Math.ceil(bytes / 16) * 16;
      const missing = Math.ceil(top / PAGE) - memory.buffer.byteLength / PAGE;
      if (missing > 0) {
        grow(memory, missing, top);
        Object.assign(own, viewsOf(memory, precision));
      }
      own.top = top;
      return address;
    },
    release: (top: number) => {
      own.top = top;
    },
  };
  return own;
}

function grow(memory: WebAssembly.Memory, pages: number, bytes: number): void {
  try {
    if (bytes > MOST_BYTES) throw new RangeError('addresses have 32 bits');
    memory.grow(pages);
  } catch (error) {
    throw new Error(
      `The simulator needs ${megabytes(bytes)} of memory, which could not be had (${(error as Error).message}). ` +
        'Take fewer qubits, fewer rows at once, or single precision.',
    );
  }
}

function viewsOf({ buffer }: WebAssembly.Memory, precision: Precision) {
  return {
    integers: new Int32Array(buffer),
    numbers: precision === 'single' ? new Float32Array(buffer) : new Float64Array(buffer),
    doubles: new Float64Array(buffer),
  };
}

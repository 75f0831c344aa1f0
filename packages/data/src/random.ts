import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers; each call draws the next. */
export interface Random {
  /** Uniform in [0, 1), with 53 bits. */
  readonly uniform: () => number;
  /** From N(0, 1). */
  readonly normal: () => number;
  /** One of 0, 1, …, n − 1. */
  readonly below: (n: number) => number;
  /** The same items in random order. */
  readonly shuffled: <T>(items: readonly T[]) => T[];
}

/**
 * The stream that belongs to a seed and a purpose, such as `random(seed, 'shuffle', epoch)`.
 * Streams of different labels are independent, so nobody has to store a generator's state to continue a run.
 */
export function random(seed: number, ...labels: readonly (string | number)[]): Random {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`A seed must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, but is ${seed}.`);
  const generator = xoroshiro128plusFromState(state(JSON.stringify([seed, ...labels])));
  const uniform = () => uniformFloat64(generator);
  const below = (n: number) => {
    if (!Number.isSafeInteger(n) || n < 1)
      throw new Error(`below(n) takes a whole number, 1 or more, but was given ${n}.`);
    return uniformInt(generator, 0, n - 1);
  };
  return {
    uniform,
    below,
    // Box–Muller; 1 − u is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    // Fisher–Yates
    shuffled: (items) => {
      const order = [...items];
      for (let k = order.length - 1; k > 0; k--) {
        const other = below(k + 1);
        [order[k], order[other]] = [order[other], order[k]];
      }
      return order;
    },
  };
}

/** 128 bits that depend on every character: four FNV-1a-like lanes, each finished with MurmurHash3's mixer. */
const state = (text: string): readonly number[] =>
  [0x01000193, 0x27d4eb2f, 0x165667b1, 0x9e3779b1].map((prime, lane) => {
    let hash = 0x811c9dc5 ^ lane;
    for (let k = 0; k < text.length; k++) {
      hash = Math.imul(hash ^ text.charCodeAt(k), prime);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  });

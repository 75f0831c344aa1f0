import type { Dataset } from './dataset.ts';

/**
 * The rows of equal features, by groups: each row is in one of them, rows ascend within a group, and groups stand in the
 * order of their first rows. −0 equals 0; a NaN equals one of the same bits. One pass with a hash table.
 */
export function groupsOfEqual({ features, labels, width }: Dataset): readonly (readonly number[])[] {
  const bits = new Uint32Array(features.buffer, features.byteOffset, features.length);
  const groups: number[][] = [];
  // Open addressing, at most half full.
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * labels.length + 2))).fill(-1);
  for (let row = 0; row < labels.length; row++) {
    let slot = hash(bits, row * width, width) & (table.length - 1);
    while (table[slot] >= 0 && !equal(bits, groups[table[slot]][0] * width, row * width, width))
      slot = (slot + 1) & (table.length - 1);
    if (table[slot] >= 0) groups[table[slot]].push(row);
    else table[slot] = groups.push([row]) - 1;
  }
  return groups;
}

const NEGATIVE_ZERO = 0x80000000;

const signless = (word: number): number => (word === NEGATIVE_ZERO ? 0 : word);

/** MurmurHash3 of 32-bit words. */
function hash(bits: Uint32Array, start: number, width: number): number {
  let value = width;
  for (let k = 0; k < width; k++) {
    let word = Math.imul(signless(bits[start + k]), 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    value ^= word;
    value = Math.imul((value << 13) | (value >>> 19), 5) + 0xe6546b64;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

function equal(bits: Uint32Array, one: number, other: number, width: number): boolean {
  for (let k = 0; k < width; k++) if (signless(bits[one + k]) !== signless(bits[other + k])) return false;
  return true;
}

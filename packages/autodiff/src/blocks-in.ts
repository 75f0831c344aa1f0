import { rowsAtOnce } from '@hqnn/sim';

/** The list in blocks, one after another, of so many items that the numbers each needs, `width` of them, are not too many to hold. */
export function blocksIn<T>(items: readonly T[], width: number): readonly (readonly T[])[] {
  const size = rowsAtOnce(width);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) => items.slice(k * size, (k + 1) * size));
}

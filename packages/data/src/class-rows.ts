import { classNamed } from './check-digits.ts';
import type { Dataset } from './dataset.ts';

/** A dataset that knows what its labels stand for: label k is `classes[k]`, a number or a word. */
export interface ClassedDataset<Class extends number | string = number | string> extends Dataset {
  readonly classes: readonly Class[];
}

/**
 * The samples that are of these classes, in their order, and each one's label: the place of its class in the list.
 * An error if a class has no sample among those numbered from `from` up to, but not including, `to`.
 */
export function classRows(
  given: ArrayLike<number>,
  classes: readonly number[],
  [from, to]: readonly [from: number, to: number] = [0, given.length],
): { readonly rows: Uint32Array; readonly labels: Uint8Array } {
  const places = new Map(classes.map((number, place) => [number, place]));
  const missing = new Set(classes);
  const rows = new Uint32Array(to - from);
  const labels = new Uint8Array(to - from);
  let count = 0;
  for (let row = from; row < to; row++) {
    const place = places.get(given[row]);
    if (place === undefined) continue;
    missing.delete(given[row]);
    labels[count] = place;
    rows[count++] = row;
  }
  for (const number of missing)
    throw new Error(`${classNamed(number)} does not occur among the labels of images ${from} to ${to - 1}.`);
  return { rows: rows.subarray(0, count), labels: labels.slice(0, count) };
}

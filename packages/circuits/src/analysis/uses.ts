import { factorsOf } from '../angle.ts';
import type { Op } from '../op.ts';
import { linearOf } from '../op-parts.ts';

/** The places of the ops that each weight, and each feature, is in, by its `factorsOf`. */
export function usesOf(ops: readonly Op[]): ReadonlyMap<string, readonly number[]> {
  const uses = new Map<string, number[]>();
  const use = (key: string, k: number) => {
    const places = uses.get(key);
    if (places) places.push(k);
    else uses.set(key, [k]);
  };
  ops.forEach((op, k) => {
    const { weight, feature } = linearOf(op) ?? {};
    if (weight) use(factorsOf({ weight }), k);
    if (feature !== undefined) use(factorsOf({ feature }), k);
  });
  return uses;
}

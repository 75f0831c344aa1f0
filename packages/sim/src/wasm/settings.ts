import type { Turn } from '../plan/plan.ts';
import type { Program } from '../program.ts';

/** Σ coefficient · turn */
export type Sum = readonly { readonly coefficient: number; readonly turn: Turn }[];

/**
 * All numbers that a run depends on and that the weights decide, each linear in the weights: base + F·θ, with F sparse.
 * The slopes in the weights are Fᵀ times the slopes in the settings.
 */
export interface Settings {
  readonly base: Float64Array;
  /** F[target, weight] = factor, entry by entry. */
  readonly targets: Int32Array;
  readonly weights: Int32Array;
  readonly factors: Float64Array;
}

/** What is linear in the features too: bias + Σ scale · feature, the scales being settings of their own. */
export interface Terms {
  /** For each dial, the end of its terms. */
  readonly ends: readonly number[];
  /** The feature of each term. */
  readonly features: readonly number[];
}

/** A setting for each sum that all samples share, then one for the bias of each dial, then one for each term of a dial. */
export function settingsOf({ slots }: Program, shared: readonly Sum[], dials: readonly Sum[]) {
  const base = new Array<number>(shared.length + dials.length).fill(0);
  const entries: { readonly target: number; readonly weight: number; readonly factor: number }[] = [];
  const ends: number[] = [];
  const features: number[] = [];
  const add = (target: number, factor: number, weight: number | undefined) => {
    if (weight === undefined) base[target] += factor;
    else entries.push({ target, weight, factor });
  };
  for (const [target, sum] of [...shared, ...dials].entries()) {
    const termOf = new Map<number, number>();
    for (const { coefficient, turn } of sum) {
      base[target] += coefficient * turn.constant;
      for (const slot of turn.slots) {
        const angle = slots[slot];
        if (typeof angle === 'number') {
          base[target] += coefficient * angle;
          continue;
        }
        base[target] += coefficient * angle.offset;
        const factor = coefficient * angle.scale;
        if (angle.feature === undefined) {
          add(target, factor, angle.weight);
          continue;
        }
        const term = termOf.get(angle.feature) ?? shared.length + dials.length + features.push(angle.feature) - 1;
        termOf.set(angle.feature, term);
        base[term] ??= 0;
        add(term, factor, angle.weight);
      }
    }
    if (target >= shared.length) ends.push(features.length);
  }
  const settings: Settings = {
    base: Float64Array.from(base),
    targets: Int32Array.from(entries, ({ target }) => target),
    weights: Int32Array.from(entries, ({ weight }) => weight),
    factors: Float64Array.from(entries, ({ factor }) => factor),
  };
  return { settings, terms: { ends, features } satisfies Terms };
}

/** values = base + F·θ */
export function set(
  { base, targets, weights, factors }: Settings,
  theta: ArrayLike<number>,
  values: Float64Array,
): void {
  values.set(base);
  for (let k = 0; k < targets.length; k++) values[targets[k]] += factors[k] * theta[weights[k]];
}

/** gradient += Fᵀ · slopes */
export function pullBackSettings(
  { targets, weights, factors }: Settings,
  slopes: Float64Array,
  gradient: Float64Array,
): void {
  for (let k = 0; k < targets.length; k++) gradient[weights[k]] += factors[k] * slopes[targets[k]];
}

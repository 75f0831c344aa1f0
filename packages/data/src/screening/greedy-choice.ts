/** By what features are chosen one after another, each in the light of those before it; a feature is a place among them. */
export interface Criterion {
  /** What a feature would add to those chosen so far. */
  readonly gain: (j: number) => number;
  /** Takes it among them; gives its correlation with every feature. */
  readonly choose: (j: number) => Float64Array;
}

/** A chosen feature, and what it added when it was chosen. */
interface Choice {
  readonly j: number;
  readonly gain: number;
  readonly correlations: Float64Array;
}

/** So many of the features in the order of their choice: each time the one that adds most, and of equals the first. */
export function greedyChoice({ gain, choose }: Criterion, features: number, count: number): readonly Choice[] {
  const left = new Set(Array(features).keys());
  return Array.from({ length: count }, () => {
    const added = [...left].map((j) => ({ j, gain: gain(j) }));
    const best = added.reduce((most, one) => (one.gain > most.gain ? one : most));
    left.delete(best.j);
    return { ...best, correlations: choose(best.j) };
  });
}

/** The choice that correlates with a feature most, in either direction. */
export const nearest = (choices: readonly Choice[], j: number): Choice =>
  choices.reduce((most, one) => (Math.abs(one.correlations[j]) > Math.abs(most.correlations[j]) ? one : most));

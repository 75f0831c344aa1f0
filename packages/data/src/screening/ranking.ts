import type { Finding } from './finding.ts';
import { type Criterion, greedyChoice, nearest } from './greedy-choice.ts';

/** Only the `keep` features of the greatest scores stay kept; of equals, the first. */
export function ranked(judged: readonly Finding[], keep: number): readonly Finding[] {
  const best = bestOf(judged, keep);
  return judged.map((finding, feature) =>
    finding.verdict === 'kept' && !best.has(feature) ? { ...finding, verdict: 'outranked' } : finding,
  );
}

/** Only `keep` of the survivors stay kept, chosen one by one for what each adds; who loses a place by this is redundant. */
export function chosen(
  judged: readonly Finding[],
  keep: number,
  survivors: readonly number[],
  criterion: Criterion,
): readonly Finding[] {
  const best = bestOf(judged, keep);
  const choices = greedyChoice(criterion, survivors.length, keep);
  const gains = new Map(choices.map(({ j, gain }) => [survivors[j], gain]));
  return judged.map((finding, feature) => {
    if (finding.verdict !== 'kept') return finding;
    const gain = gains.get(feature);
    if (gain !== undefined) return { ...finding, gain };
    if (!best.has(feature)) return { ...finding, verdict: 'outranked' };
    const place = survivors.indexOf(feature);
    const double = nearest(choices, place);
    const doubles = { feature: survivors[double.j], correlation: double.correlations[place] };
    return { ...finding, verdict: 'redundant', doubles };
  });
}

export const survivorsOf = (judged: readonly Finding[]): readonly number[] =>
  [...judged.keys()].filter((feature) => judged[feature].verdict === 'kept');

function bestOf(judged: readonly Finding[], keep: number): ReadonlySet<number> {
  const score = (feature: number) => judged[feature].score ?? 0;
  return new Set(
    survivorsOf(judged)
      .toSorted((a, b) => score(b) - score(a))
      .slice(0, keep),
  );
}

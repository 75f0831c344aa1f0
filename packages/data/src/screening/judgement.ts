import type { Dataset } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';
import type { ClassMoments } from './class-moments.ts';
import type { Finding } from './finding.ts';
import { isRelevant, type ScreenStatistic, STATISTICS } from './relevance.ts';

/** The least variance, as a share of the greatest, and the least range of a feature that is not constant. */
const LEAST_VARIANCE = 1e-4;
const LEAST_RANGE = 1e-9;

/** Each feature by itself: kept, unless it hardly varies or tells nothing of the class. */
export function judgement(statistic: ScreenStatistic, train: Dataset, moments: ClassMoments): readonly Finding[] {
  const { variance, minimum, maximum } = featureStatistics(train);
  const least = LEAST_VARIANCE * variance.reduce((most, value) => Math.max(most, value), 0);
  const varying = [...variance.keys()].filter(
    (feature) => variance[feature] >= least && maximum[feature] - minimum[feature] >= LEAST_RANGE,
  );
  const judged = STATISTICS[statistic].judge(train, moments, varying);
  const found = new Map(varying.map((feature, k) => [feature, judged[k]]));
  return Array.from(variance, (value, feature) => {
    const relevance = found.get(feature);
    if (relevance) return { verdict: isRelevant(relevance) ? 'kept' : 'irrelevant', ...relevance, ...ALONE };
    const score = statistic === 'variance' ? value : null;
    return { verdict: 'constant', score, p: null, threshold: null, ...ALONE };
  });
}

const ALONE = { gain: null, doubles: null } as const;

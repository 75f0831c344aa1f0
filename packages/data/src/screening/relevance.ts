import type { Dataset } from '../dataset.ts';
import { anova } from './anova.ts';
import type { ClassMoments } from './class-moments.ts';
import { column } from './column.ts';
import { ksOfClasses } from './ks-distance.ts';
import { mutualInformation } from './mutual-information.ts';

/** What a feature is judged by. */
export type ScreenStatistic = 'anova' | 'variance' | 'ks' | 'mutual-information';

/** What a statistic says of a feature. */
export interface Relevance {
  readonly score: number;
  /** How often features that know nothing of the class have such a score; null of a statistic without. */
  readonly p: number | null;
  /** The greatest p, or where there is none the least score, of a feature that knows the class; null if no test is made. */
  readonly threshold: number | null;
}

interface Statistic {
  /** What its score is called, and the statistic itself, in a sentence. */
  readonly score: string;
  readonly title: string;
  /** Of the features that vary, in their order. */
  readonly judge: (train: Dataset, moments: ClassMoments, varying: readonly number[]) => readonly Relevance[];
}

/** The greatest p, times the number of tests (Bonferroni), at which a feature is taken to know the class. */
const SIGNIFICANCE = 0.05;

/** Every statistic of `screen`. */
export const STATISTICS: Readonly<Record<ScreenStatistic, Statistic>> = {
  anova: {
    score: 'F',
    title: 'analysis of variance',
    judge(train, moments, varying) {
      const all = anova(train, moments);
      return varying.map((feature) => ({
        score: all[feature].f,
        p: all[feature].p,
        threshold: SIGNIFICANCE / varying.length,
      }));
    },
  },
  variance: {
    score: 'variance',
    title: 'variance',
    judge: (train, { within, between }, varying) =>
      varying.map((feature) => ({
        score: (within[feature] + between[feature]) / train.labels.length,
        p: null,
        threshold: null,
      })),
  },
  ks: {
    score: 'distance',
    title: 'Kolmogorov–Smirnov distance',
    judge(train, _, varying) {
      const between = ksOfClasses(train);
      return varying.map((feature) => {
        const { distance, critical } = between(feature);
        return { score: distance, p: null, threshold: critical };
      });
    },
  },
  'mutual-information': {
    score: 'nats',
    title: 'mutual information',
    judge: (train, { classOf, sizes }, varying) =>
      varying.map((feature) => {
        const { nats, p } = mutualInformation(column(train, feature), classOf, sizes);
        return { score: nats, p, threshold: SIGNIFICANCE / varying.length };
      }),
  },
};

/** Whether a feature knows the class, as far as its statistic can tell. */
export const isRelevant = ({ score, p, threshold }: Relevance): boolean =>
  threshold === null || (p === null ? score >= threshold : p <= threshold);

import { anova } from '../anova.ts';
import type { Dataset, Step } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { count, number, oneOf, orNull, perFeature, record } from '../field.ts';
import { checkTraining, stepKind } from '../step-kind.ts';

/** What a feature is judged by. */
export type ScreenStatistic = 'anova' | 'variance';

const statisticField = oneOf<ScreenStatistic>('anova', 'variance');

/** The greatest p, after Bonferroni's correction, at which a feature is taken to know the class. */
const SIGNIFICANCE = 0.05;

const findings = record({
  /** Kept; or dropped because it hardly varies, tells nothing of the class, or `keep` others have a greater score. */
  verdict: oneOf('kept', 'constant', 'irrelevant', 'outranked'),
  /** F or the variance; null if not computed. */
  score: orNull(number),
  p: orNull(number),
});

type Finding = ReturnType<typeof findings>;

const fields = { statistic: statisticField, report: perFeature(findings) };

export const screenKind = stepKind({
  step: 'screen',
  fields,
  apply({ report, width }) {
    const kept = keptIn(report);
    return ({ features, labels }) => ({
      features: Float32Array.from(
        { length: labels.length * kept.length },
        (_, k) => features[Math.floor(k / kept.length) * width + kept[k % kept.length]],
      ),
      labels,
      width: kept.length,
    });
  },
  trace:
    ({ report }) =>
    (from) =>
      keptIn(report).map((feature) => from[feature]),
});

const keptIn = (report: readonly Finding[]) =>
  [...report.keys()].filter((feature) => report[feature].verdict === 'kept');

/**
 * The `keep` features that tell most, in their order. Constant ones are dropped first (variance below 10⁻⁴ of the
 * greatest, or range below 10⁻⁹), then, by ANOVA, those whose F chance explains (Bonferroni-corrected p > 0.05).
 */
export function screen({
  keep,
  statistic = 'anova',
}: {
  readonly keep: number;
  readonly statistic?: ScreenStatistic;
}): Step {
  count(keep, 'screen.keep');
  statisticField(statistic, 'screen.statistic');
  return (train) => {
    checkTraining('screen', train);
    const judged = statistic === 'anova' ? byAnova(train) : byVariance(train);
    const survivors = [...judged.keys()].filter((feature) => judged[feature].verdict === 'kept');
    if (survivors.length < keep)
      throw new Error(
        `screen should keep ${keep} features, but only ${survivors.length} of ${train.width} vary and tell the classes apart. ` +
          'Keep fewer, or let a step before this one leave more of the image.',
      );
    const score = (feature: number) => judged[feature].score ?? 0;
    const best = new Set(survivors.toSorted((a, b) => score(b) - score(a)).slice(0, keep));
    const report = judged.map(
      (finding, feature): Finding =>
        finding.verdict === 'kept' && !best.has(feature) ? { ...finding, verdict: 'outranked' } : finding,
    );
    return screenKind.fitted({ width: train.width, statistic, report });
  };
}

const byVariance = (train: Dataset): readonly Finding[] =>
  varying(train).map(({ varies, variance }) => ({ verdict: varies ? 'kept' : 'constant', score: variance, p: null }));

function byAnova(train: Dataset): readonly Finding[] {
  const features = varying(train);
  const tests = features.filter(({ varies }) => varies).length;
  return anova(train).map(({ f, p }, feature) => {
    if (!features[feature].varies) return { verdict: 'constant', score: null, p: null };
    return { verdict: p * tests > SIGNIFICANCE ? 'irrelevant' : 'kept', score: f, p };
  });
}

function varying(train: Dataset): readonly { readonly varies: boolean; readonly variance: number }[] {
  const { variance, minimum, maximum } = featureStatistics(train);
  const greatest = variance.reduce((most, value) => Math.max(most, value), 0);
  return Array.from(variance, (value, feature) => ({
    varies: value >= 1e-4 * greatest && maximum[feature] - minimum[feature] >= 1e-9,
    variance: value,
  }));
}

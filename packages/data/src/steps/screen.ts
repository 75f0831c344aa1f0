import type { Step } from '../dataset.ts';
import { broken, count, flag, oneOf, perFeature } from '../field.ts';
import { type ClassMoments, classMoments } from '../screening/class-moments.ts';
import { type Finding, findings } from '../screening/finding.ts';
import { fisher } from '../screening/fisher.ts';
import { judgement } from '../screening/judgement.ts';
import { mrmr } from '../screening/mrmr.ts';
import { chosen, ranked, survivorsOf } from '../screening/ranking.ts';
import type { ScreenStatistic } from '../screening/relevance.ts';
import { scatterOf } from '../screening/scatter.ts';
import { uncorrelated } from '../screening/uncorrelated.ts';
import { checkTraining, stepKind } from '../step-kind.ts';

/** How features that say the same as others are passed over. */
export type Redundancy = 'none' | 'mrmr' | 'fisher';

export interface ScreenOptions {
  /** How many features are kept. */
  readonly keep: number;
  readonly statistic?: ScreenStatistic;
  readonly redundancy?: Redundancy;
}

const statisticField = oneOf<ScreenStatistic>('anova', 'variance', 'ks', 'mutual-information');
const redundancyField = oneOf<Redundancy>('none', 'mrmr', 'fisher');

export const screenFields = {
  statistic: statisticField,
  redundancy: redundancyField,
  /** True if no two features correlate, as after PCA, so that there was no redundancy to look for. */
  uncorrelated: flag,
  report: perFeature(findings),
};

export const screenKind = stepKind({
  step: 'screen',
  fields: screenFields,
  apply({ report, width }) {
    const kept = survivorsOf(report);
    return ({ features, labels }) => {
      const left = new Float32Array(labels.length * kept.length);
      for (let row = 0, to = 0; row < labels.length; row++)
        for (let k = 0; k < kept.length; k++) left[to++] = features[row * width + kept[k]];
      return { features: left, labels, width: kept.length };
    };
  },
  trace:
    ({ report }) =>
    (from) =>
      survivorsOf(report).map((feature) => from[feature]),
});

/**
 * The `keep` features that tell most, in their order. Constant ones are dropped first (variance below 10⁻⁴ of the
 * greatest, or range below 10⁻⁹), then those that tell no more of the class than chance does: by analysis of variance or
 * mutual information if p > 0.05 over the number of features tested (Bonferroni), by the distance of Kolmogorov and
 * Smirnov if it is below its critical value of 5 %. Of the others the best are kept by their scores; or, with
 * `redundancy`, one after another, each for what it adds to those before it. Features that do not correlate, as after
 * PCA, cannot say the same, and are kept by their scores.
 */
export function screen({ keep, statistic = 'anova', redundancy = 'none' }: ScreenOptions): Step {
  count(keep, 'screen.keep');
  statisticField(statistic, 'screen.statistic');
  redundancyField(redundancy, 'screen.redundancy');
  return (train) => {
    checkTraining('screen', train);
    if (keep > train.width) throw broken('screen.keep', `at most ${train.width}, the features that there are`, keep);
    const moments = classMoments(train);
    if (statistic !== 'variance' || redundancy !== 'none') checkClasses(moments);
    const judged = judgement(statistic, train, moments);
    checkSurvivors(judged, keep);
    const common = { width: train.width, statistic, redundancy };
    if (redundancy === 'none')
      return screenKind.fitted({ ...common, uncorrelated: false, report: ranked(judged, keep) });
    const scatter = scatterOf(train, moments, survivorsOf(judged));
    if (uncorrelated(scatter))
      return screenKind.fitted({ ...common, uncorrelated: true, report: ranked(judged, keep) });
    const report = chosen(judged, keep, scatter.features, { mrmr, fisher }[redundancy](scatter));
    return screenKind.fitted({ ...common, uncorrelated: false, report });
  };
}

function checkClasses({ labels, classOf }: ClassMoments): void {
  if (labels.length < 2)
    throw new Error(
      `screen tells classes apart, but all ${classOf.length} training samples are of class ${labels[0]}. ` +
        'Give it samples of two classes or more, or let it judge by variance alone.',
    );
}

function checkSurvivors(judged: readonly Finding[], keep: number): void {
  const left = survivorsOf(judged).length;
  if (judged.every(({ verdict }) => verdict === 'constant'))
    throw new Error(
      `screen should keep ${keep} features, but all ${judged.length} are constant in the training samples. ` +
        'Look at the steps before this one: a threshold may leave nothing of the image.',
    );
  if (left < keep)
    throw new Error(
      `screen should keep ${keep} features, but only ${left} of ${judged.length} vary and tell the classes apart. ` +
        'Keep fewer, or let a step before this one leave more of the image.',
    );
}

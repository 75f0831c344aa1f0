import type { Dataset } from '../dataset.ts';
import { column } from '../screening/column.ts';
import { ksDistance } from '../screening/ks-distance.ts';
import { screenKind } from '../steps/screen.ts';
import { classCounts, labelsIn } from './balance.ts';
import { explainedVariance } from './explained-variance.ts';
import type { Stage } from './stages.ts';

/** How the samples that are trained on represent all training samples. */
interface SampleRepresentation {
  readonly all: number;
  readonly kept: number;
  /** Of each label, its share of all and of those kept. */
  readonly classes: readonly { readonly label: number; readonly all: number; readonly kept: number }[];
  /** ½ Σ |difference of shares|: 0 if the classes are balanced as before, 1 if none is left as it was. */
  readonly shift: number;
  /** The greatest distance of Kolmogorov and Smirnov over the features, and the name of that feature. */
  readonly distance: number;
  readonly feature: string;
}

/** How the features that a screen kept represent those that reached it. */
export interface ScreenRepresentation {
  readonly kept: number;
  readonly of: number;
  /** The share of the variance of all that a linear map of those kept restores. */
  readonly explained: number;
}

/** What stands for the whole after samples were dropped or added and features left out. */
export interface Representation {
  readonly samples: SampleRepresentation;
  /**
   * The share of the variance before the first step that a linear map of the last features restores; of PCA it is the
   * explained variance. Null if they are not fewer than the first.
   */
  readonly explained: number | null;
  /** Of each screen, in their order. */
  readonly screens: readonly ScreenRepresentation[];
}

export function representation(
  train: Dataset,
  { parts, training }: Stage,
  names: readonly string[],
): Omit<Representation, 'screens'> {
  const encoded = parts.train;
  return {
    samples: sampleRepresentation(encoded, training, names),
    explained: encoded.width < train.width ? explainedVariance(train, encoded) : null,
  };
}

/** Of a step that is a screen: one, else none. */
export function screenRepresentation({ step, before, parts: { train } }: Stage): readonly ScreenRepresentation[] {
  if (step?.fitted.step !== screenKind.step) return [];
  return [{ kept: train.width, of: before.width, explained: explainedVariance(before, train) }];
}

/** By the classes, and by the feature in which the two are furthest apart. */
function sampleRepresentation(all: Dataset, kept: Dataset, names: readonly string[]): SampleRepresentation {
  const labels = labelsIn([all]);
  const left = classCounts(kept, labels);
  const classes = classCounts(all, labels).map(({ label, samples }, k) => ({
    label,
    all: samples / all.labels.length,
    kept: left[k].samples / kept.labels.length,
  }));
  const distances = names.map((_, feature) => ksDistance(column(all, feature), column(kept, feature)));
  const distance = Math.max(...distances);
  return {
    all: all.labels.length,
    kept: kept.labels.length,
    classes,
    shift: classes.reduce((sum, share) => sum + Math.abs(share.kept - share.all) / 2, 0),
    distance,
    feature: names[distances.indexOf(distance)],
  };
}

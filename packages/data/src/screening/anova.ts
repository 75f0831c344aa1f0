import type { Dataset } from '../dataset.ts';
import { type ClassMoments, classMoments } from './class-moments.ts';
import { fTail } from './f-tail.ts';

/** How well a feature tells the classes apart. */
export interface Anova {
  /** The variance between class means over the variance within classes; `Number.MAX_VALUE` if nothing varies within. */
  readonly f: number;
  /** How often features that know nothing of the class reach this f. */
  readonly p: number;
}

/** The one-way analysis of variance of each feature, over any number of classes. */
export function anova(data: Dataset, moments: ClassMoments = classMoments(data)): readonly Anova[] {
  const classes = moments.labels.length;
  const between = classes - 1;
  const within = data.labels.length - classes;
  if (between < 1 || within < 1)
    throw new Error(
      `An analysis of variance takes two classes or more, and more samples than classes, ` +
        `but was given ${data.labels.length} samples of ${classes}.`,
    );
  return Array.from({ length: data.width }, (_, feature) => {
    const explained = moments.between[feature] / between;
    const left = moments.within[feature] / within;
    const f = explained === 0 ? 0 : Math.min(explained / left, Number.MAX_VALUE);
    return { f, p: fTail(f, between, within) };
  });
}

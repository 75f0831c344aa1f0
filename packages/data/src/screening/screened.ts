import type { Dataset, Transform } from '../dataset.ts';
import { record } from '../field.ts';
import { type Redundancy, screenFields, screenKind } from '../steps/screen.ts';
import { type Trace, traces } from '../trace.ts';
import type { Finding } from './finding.ts';
import { type ScreenStatistic, STATISTICS } from './relevance.ts';

type Shape = NonNullable<Dataset['shape']>;

/** What a screen found, with what is known of the features that reached it. */
export interface Screened {
  readonly statistic: ScreenStatistic;
  readonly redundancy: Redundancy;
  readonly uncorrelated: boolean;
  readonly report: readonly Finding[];
  readonly names: readonly string[];
  /** Rows and columns, if the features are the cells of an image. */
  readonly shape?: Shape;
}

/** Of the last screen of a transform; `shape` is that of the images that enter the transform. */
export function screened(transform: Transform, shape?: Shape): Screened {
  const { steps } = transform;
  const last = steps.findLastIndex(({ fitted }) => fitted.step === screenKind.step);
  if (last < 0)
    throw new Error(
      `There is no screen among these steps to report on: ${steps.map(({ fitted }) => fitted.step).join(', ') || 'none'}.`,
    );
  const before = steps.slice(0, last);
  const width = Number(steps[0].fitted.width);
  const nothing: Dataset = {
    features: new Float32Array(),
    labels: new Uint8Array(),
    width,
    ...(shape && { shape }),
  };
  // No samples: what is asked is whether they still would be images.
  const reached = before.reduce((data, step) => step(data), nothing);
  const traced = before.reduce<readonly Trace[]>((from, step) => step.trace(from), traces(nothing));
  const found = record(screenFields)(steps[last].fitted, 'screen', reached.width);
  return { ...found, names: traced.map(({ name }) => name), ...(reached.shape && { shape: reached.shape }) };
}

/** What features that say the same were passed over by. */
export const METHODS: Readonly<Record<Redundancy, string>> = {
  none: 'scores alone',
  mrmr: 'mRMR',
  fisher: "Fisher's separation",
};

/** How many features were kept, and by what: the two parts of a sentence. */
export function summary({ statistic, redundancy, report }: Screened): readonly [kept: string, by: string] {
  const kept = report.filter(({ verdict }) => verdict === 'kept').length;
  const also = redundancy === 'none' ? '' : ` and ${METHODS[redundancy]}`;
  return [`Kept ${kept} of ${report.length} features`, `by ${STATISTICS[statistic].title}${also}`];
}

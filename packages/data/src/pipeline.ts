import type { Dataset, Fitted, Step, Transform } from './dataset.ts';
import { augmentKind } from './steps/augment.ts';
import { averagePoolKind } from './steps/average-pool.ts';
import { binarizeKind } from './steps/binarize.ts';
import { blocksKind } from './steps/blocks.ts';
import { centreKind } from './steps/centre.ts';
import { cosinesKind } from './steps/cosines.ts';
import { cropKind } from './steps/crop.ts';
import { deskewKind } from './steps/deskew.ts';
import { likelyLabelsKind } from './steps/likely-labels.ts';
import { maxPoolKind } from './steps/max-pool.ts';
import { minMaxKind } from './steps/min-max.ts';
import { pcaKind } from './steps/pca.ts';
import { productsKind } from './steps/products.ts';
import { randomProjectionKind } from './steps/random-projection.ts';
import { resizeKind } from './steps/resize.ts';
import { screenKind } from './steps/screen.ts';
import { unitNormKind } from './steps/unit-norm.ts';
import { validStatesKind } from './steps/valid-states.ts';
import { withoutContradictionsKind } from './steps/without-contradictions.ts';
import { zScoreKind } from './steps/z-score.ts';
import type { Trace } from './trace.ts';

/** Every step that `restore` can rebuild. */
const KINDS = [
  augmentKind,
  averagePoolKind,
  binarizeKind,
  blocksKind,
  centreKind,
  cosinesKind,
  cropKind,
  deskewKind,
  likelyLabelsKind,
  maxPoolKind,
  minMaxKind,
  pcaKind,
  productsKind,
  randomProjectionKind,
  resizeKind,
  screenKind,
  unitNormKind,
  validStatesKind,
  withoutContradictionsKind,
  zScoreKind,
];

const VERSION = 1;

/** Steps in order, as one step: each is fitted to what those before it made of the training data. */
export const pipeline =
  (...steps: readonly Step[]): Step =>
  (train) => {
    let data = train;
    return chain(
      steps.map((step) => {
        const transform = step(data);
        data = transform.training(data);
        return transform;
      }),
    );
  };

/** The transform that `fitted` describes, from JSON: its output is the same to the bit. */
export function restore(fitted: unknown): Transform {
  if (!isFitted(fitted))
    throw new Error(
      `A fitted step is an object that names its step, as in {"step":"zScore",…}, ` +
        `but this is ${JSON.stringify(fitted)?.slice(0, 60)}.`,
    );
  if (fitted.step === 'pipeline') return chain(stepsOf(fitted).map(restore));
  const kind = KINDS.find(({ step }) => step === fitted.step);
  if (!kind)
    throw new Error(
      `No step is named ${fitted.step}. The steps are ${KINDS.map(({ step }) => step).join(', ')} and pipeline.`,
    );
  return kind.restore(fitted);
}

const chain = (transforms: readonly Transform[]): Transform =>
  Object.assign((data: Dataset) => transforms.reduce((changed, transform) => transform(changed), data), {
    training: (data: Dataset) => transforms.reduce((changed, transform) => transform.training(changed), data),
    fitted: { step: 'pipeline', version: VERSION, steps: transforms.map(({ fitted }) => fitted) },
    trace: (from: readonly Trace[]) => transforms.reduce((traced, { trace }) => trace(traced), from),
    steps: transforms.flatMap(({ steps }) => steps),
  });

function stepsOf({ version, steps }: Fitted): readonly unknown[] {
  if (version !== VERSION)
    throw new Error(
      `This pipeline has version ${version}, but only version ${VERSION} can be read. ` +
        'Use the release of @hqnn/data that wrote it, or fit it anew.',
    );
  if (!Array.isArray(steps)) throw new Error(`A fitted pipeline has a list of steps, but this one's is ${steps}.`);
  return steps;
}

const isFitted = (value: unknown): value is Fitted =>
  typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'string';

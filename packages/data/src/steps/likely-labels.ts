import { type Dataset, rowsOf, type Step } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { broken, type Field, list, number, perFeature, place, record } from '../field.ts';
import { rowsByClass } from '../rows-by-class.ts';
import { type ClassGaussian, classGaussian, logLikelihood } from '../screening/class-gaussian.ts';
import { checkTraining, stepKind } from '../step-kind.ts';
import { withoutRows } from '../without-rows.ts';

/** A sample that looks like one of another class. */
interface Suspect {
  readonly [name: string]: number;
  readonly row: number;
  readonly label: number;
  /** The class of which it is likeliest. */
  readonly likelier: number;
  /** By how much: ln of the ratio of the likelihoods. */
  readonly nats: number;
}

const suspects: Field<readonly Suspect[]> = list(record({ row: place, label: place, likelier: place, nats: number }));

/** The rows of a lower triangle of that width, with a positive diagonal. */
const triangle: Field<readonly (readonly number[])[]> = (value, path, width) => {
  const rows = perFeature(list(number))(value, path, width);
  if (rows.some((row, j) => row.length !== j + 1 || row[j] <= 0))
    throw broken(path, 'the rows of a lower triangle with a positive diagonal', value);
  return rows;
};

const fields = {
  nats: number,
  classes: list(record({ label: place, mean: perFeature(number), factor: triangle })),
  /** The training samples that were dropped. */
  dropped: suspects,
};

export const likelyLabelsKind = stepKind({
  step: 'likelyLabels',
  fields,
  apply: () => (data) => data,
  training:
    ({ classes, nats }) =>
    (data) =>
      withoutRows(
        'likelyLabels',
        data,
        suspectsIn(data, classes, nats).map(({ row }) => row),
      ),
});

/**
 * Without the training samples whose label is unlikely: those of which another class is likelier than their own by more
 * than so many nats, each class being taken for a Gaussian with its own full covariance Σ + 10⁻³ · tr Σ/width · 1. It
 * belongs after the step that makes the features to encode. On clean data it changes next to nothing; wrong labels also
 * widen the Gaussians, so where classes differ in their means alone, half of the wrong ones may stay. Unseen samples all
 * pass, whatever their label. Cost: samples × classes × width².
 */
export function likelyLabels({ nats = 3 }: { readonly nats?: number } = {}): Step {
  if (number(nats, 'likelyLabels.nats') < 0) throw broken('likelyLabels.nats', '0 or more', nats);
  return (train) => {
    checkTraining('likelyLabels', train);
    const classes = rowsByClass(train.labels).map(([label, rows]) => gaussianOf(label, rowsOf(train, rows)));
    if (classes.length < 2)
      throw new Error(
        `likelyLabels compares classes, but all ${train.labels.length} training samples are of class ${classes[0].label}.`,
      );
    return likelyLabelsKind.fitted({ width: train.width, nats, classes, dropped: suspectsIn(train, classes, nats) });
  };
}

function gaussianOf(label: number, own: Dataset) {
  if (own.labels.length <= own.width)
    throw new Error(
      `likelyLabels learns how ${own.width} features vary together from more than ${own.width} samples of each class, ` +
        `but class ${label} has ${own.labels.length}. Let pca or screen stand before it.`,
    );
  const { minimum, maximum } = featureStatistics(own);
  if (minimum.every((least, j) => least === maximum[j]))
    throw new Error(
      `likelyLabels learns how features vary, but all ${own.labels.length} training samples of class ${label} are the same.`,
    );
  return { label, ...classGaussian(own) };
}

function suspectsIn(
  { features, labels, width }: Dataset,
  classes: readonly (ClassGaussian & { readonly label: number })[],
  nats: number,
): readonly Suspect[] {
  const likelihoods = classes.map(logLikelihood);
  const places = new Map(classes.map(({ label }, own) => [label, own]));
  const found: Suspect[] = [];
  labels.forEach((label, row) => {
    const x = features.subarray(row * width, (row + 1) * width);
    const all = likelihoods.map((likelihood) => likelihood(x));
    const best = all.indexOf(Math.max(...all));
    const ratio = all[best] - all[places.get(label) ?? best];
    if (ratio > nats) found.push({ row, label, likelier: classes[best].label, nats: ratio });
  });
  return found;
}

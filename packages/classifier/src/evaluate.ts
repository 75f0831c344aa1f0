import type { Dataset } from '@hqnn/data';
import { surprise } from './cross-entropy.ts';
import { type Classifying, checkSamples, classesOf, decided, logitsModel, outputsOf } from './logits.ts';
import { wilson } from './wilson.ts';

/** How a model does on a set of samples. */
export interface Evaluation {
  readonly n: number;
  readonly accuracy: number;
  /** Wilson's 95 % interval of the accuracy. */
  readonly interval: readonly [low: number, high: number];
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  /** confusion[actual][predicted], in samples. */
  readonly confusion: readonly (readonly number[])[];
  /** The area under the ROC curve; null unless there are two classes and samples of both. */
  readonly auc: number | null;
}

/** The model on prepared features. Nothing of it changes. */
export function evaluate(model: Classifying, data: Dataset): Evaluation {
  const n = data.labels.length;
  if (n === 0) throw new Error('There are no samples to evaluate on.');
  checkSamples(model, data);
  const { logits, columns } = logitsOf(model, data);
  const predicted = decided(logits, columns);
  const classes = classesOf(model);
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  predicted.forEach((label, row) => {
    confusion[data.labels[row]][label]++;
  });
  const right = confusion.reduce((sum, row, k) => sum + row[k], 0);
  const loss = [...data.labels].reduce((sum, label, row) => sum + surprise(logits, columns, row, label), 0) / n;
  const auc = columns === 1 ? areaUnderCurve(logits, data.labels) : null;
  return { n, accuracy: right / n, interval: wilson(right, n), loss, confusion, auc };
}

/** The logits of every sample, row by row. */
export function logitsOf(
  model: Classifying,
  data: Dataset,
): { readonly logits: Float32Array; readonly columns: number } {
  const logits = outputsOf(logitsModel(model), data);
  const columns = logits.length / data.labels.length;
  const row = logits.findIndex((logit) => !Number.isFinite(logit));
  if (row >= 0)
    throw new Error(
      `The model gives ${logits[row]} for sample ${Math.floor(row / columns)}. Its weights are not sound; train it anew.`,
    );
  return { logits, columns };
}

/** The share of pairs, one sample of each class, that the scores put in order; ties count half (Mann and Whitney). */
export function areaUnderCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const order = Array.from(scores, (score, row) => ({ score, label: labels[row] })).sort((a, b) => a.score - b.score);
  const ones = order.filter(({ label }) => label === 1).length;
  const zeros = order.length - ones;
  if (ones === 0 || zeros === 0) return null;
  let [ranks, from] = [0, 0];
  while (from < order.length) {
    let to = from;
    while (to < order.length && order[to].score === order[from].score) to++;
    const rank = (from + to + 1) / 2;
    ranks += rank * order.slice(from, to).filter(({ label }) => label === 1).length;
    from = to;
  }
  return (ranks - (ones * (ones + 1)) / 2) / (ones * zeros);
}

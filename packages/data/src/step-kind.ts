import { checkDataset, checkLengths, type Dataset, type Fitted, type Transform } from './dataset.ts';
import { count, type Fields, record, type Values } from './field.ts';
import type { Trace } from './trace.ts';

/** What a step of such fields learned; each knows the width it was fitted to. */
type Learned<V extends Values> = V & { readonly width: number };

/** A row of the table in `pipeline.ts`: a step's name, the fields it learns, and what it does with them. */
export interface StepKind<V extends Values> {
  readonly step: string;
  readonly fitted: (learned: Learned<V>) => Transform;
  /** The same from JSON: every field is checked. */
  readonly restore: (fitted: Fitted) => Transform;
}

interface Definition<V extends Values> {
  readonly step: string;
  readonly fields: Fields<V>;
  readonly apply: (learned: Learned<V>) => (data: Dataset) => Dataset;
  /** What becomes of training data, where that differs. */
  readonly training?: (learned: Learned<V>) => (data: Dataset) => Dataset;
  /** What becomes of features: the same ones under their names if absent. */
  readonly trace?: (learned: Learned<V>) => Transform['trace'];
  /** True of a step that is there to deal with NaN; all others refuse it. */
  readonly admitsNaN?: boolean;
}

export function stepKind<V extends Values>({
  step,
  fields,
  apply,
  training = apply,
  trace = () => (from) => from,
  admitsNaN = false,
}: Definition<V>): StepKind<V> {
  function restore(fitted: Fitted): Transform {
    const width = count(fitted.width, `${step}.width`);
    const learned: Learned<V> = { ...record(fields)(fitted, step, width), width };
    const guarded = (change: (data: Dataset) => Dataset) => (data: Dataset) => {
      (admitsNaN ? checkLengths : checkDataset)(data);
      checkWidth(step, width, data.width);
      return change(data);
    };
    const transform = Object.assign(guarded(apply(learned)), {
      training: guarded(training(learned)),
      fitted: { step, ...learned },
      trace: (from: readonly Trace[]) => {
        checkWidth(step, width, from.length);
        return trace(learned)(from);
      },
      steps: [] as Transform[],
    });
    transform.steps.push(transform);
    return transform;
  }
  return { step, restore, fitted: (learned) => restore({ step, ...learned }) };
}

/** An error unless there are training samples, each of finite numbers. */
export function checkTraining(step: string, train: Dataset): void {
  checkDataset(train);
  if (train.labels.length === 0) throw new Error(`${step} learns from training data, but was given no samples.`);
}

function checkWidth(step: string, expected: number, found: number): void {
  if (found !== expected)
    throw new Error(
      `${step} was fitted to samples of ${expected} numbers, but was given samples of ${found}. ` +
        'Prepare these data by the same steps as the training data.',
    );
}

import { type Dataset, random, rowsOf } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import { evaluate } from './evaluate.ts';
import { type Classifying, checkSamples } from './logits.ts';
import { type Stepper, stepper } from './stepper.ts';
import { type Seconds, stopwatch } from './stopwatch.ts';
import {
  type EpochMetrics,
  type ResolvedOptions,
  resolved,
  type TrainingData,
  type TrainOptions,
} from './train-options.ts';

/** What a training came to. */
export interface Training {
  readonly epochs: readonly EpochMetrics[];
  /** The epoch whose weights the model has at the end. */
  readonly kept: EpochMetrics;
  readonly stoppedEarly: boolean;
  readonly seconds: Seconds;
}

/**
 * Trains circuit and head together, each step one gradient of the cross-entropy and one Adam update of both. The same
 * seed gives the same weights, bit by bit, on one machine. A loss that is no number is an error, and leaves the model
 * with the weights of the last good epoch.
 */
export async function train(model: Classifying, data: TrainingData, given: TrainOptions = {}): Promise<Training> {
  const options = resolved(data, given);
  checkSamples(model, data.train);
  checkSamples(model, data.validation);
  const { epochs, batch, patience } = options;
  const { timed, seconds } = stopwatch();
  const step = stepper(model, Math.ceil(data.train.labels.length / batch) * epochs, options, timed);
  const history: EpochMetrics[] = [];
  let kept: EpochMetrics | undefined;
  let weights = copied(model);
  const keep = (metrics: EpochMetrics) => {
    tf.dispose(weights);
    weights = copied(model);
    kept = metrics;
  };
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const trained = await runEpoch(step, data.train, epoch, options);
      const { loss, accuracy } = evaluate(model, data.validation);
      const metrics = { epoch, train: trained, validation: { loss, accuracy } };
      history.push(metrics);
      await options.onEpoch?.(metrics);
      if (!kept || patience === undefined || loss < kept.validation.loss) keep(metrics);
      else if (epoch - kept.epoch >= patience) break;
    }
  } finally {
    model.setWeights(weights);
    tf.dispose(weights);
  }
  if (!kept) throw new Error('Training had no epoch.');
  return { epochs: history, kept, stoppedEarly: history.length < epochs, seconds };
}

const copied = (model: Classifying) => model.getWeights().map((weight) => weight.clone());

async function runEpoch(step: Stepper, data: Dataset, epoch: number, options: ResolvedOptions) {
  const { epochs, batch, seed, onBatch } = options;
  const samples = data.labels.length;
  const order = random(seed, 'order', epoch).shuffled([...data.labels.keys()]);
  let [total, right, breath] = [0, 0, performance.now()];
  for (let start = 0; start < samples; start += batch) {
    const rows = order.slice(start, start + batch);
    const result = step(rowsOf(data, rows));
    if (!Number.isFinite(result.loss))
      throw new Error(
        `The loss became ${result.loss} in epoch ${epoch}, after ${start} samples. Take a lower learning rate.`,
      );
    total += result.loss * rows.length;
    right += result.right;
    onBatch?.({ epoch, epochs, seen: start + rows.length, samples, loss: total / (start + rows.length) });
    if (performance.now() - breath > BREATH) {
      await new Promise((resolve) => setTimeout(resolve));
      breath = performance.now();
    }
  }
  return { loss: total / samples, accuracy: right / samples };
}

/** Milliseconds after which the host gets a turn: a page stays alive, and an interrupt is heard. */
const BREATH = 100;

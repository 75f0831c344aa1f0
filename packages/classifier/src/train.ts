import { type Dataset, random, rowsOf } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import type * as layers from '@tensorflow/tfjs-layers';
import { evaluate } from './evaluate.ts';
import { type Classifying, crossEntropy, decided, logitsModel, tensorOf } from './logits.ts';

export interface TrainOptions {
  readonly epochs?: number;
  readonly batch?: number;
  /** Where the learning rates of circuit and head start; both fall to 0 along a cosine. */
  readonly learningRate?: number;
  /** That of the circuit, where it differs. */
  readonly circuitLearningRate?: number;
  /**
   * Early stopping: training ends when the validation loss has not fallen for so many epochs, and the epoch of the
   * lowest is kept. Without it the whole schedule is run, and its end is kept.
   */
  readonly patience?: number;
  /** Decides the order of the samples. */
  readonly seed?: number;
  readonly onBatch?: (progress: BatchProgress) => void;
  readonly onEpoch?: (metrics: EpochMetrics) => void;
}

export interface BatchProgress {
  readonly epoch: number;
  readonly epochs: number;
  /** Samples of this epoch seen so far, and in all. */
  readonly seen: number;
  readonly samples: number;
  readonly loss: number;
}

export interface EpochMetrics {
  readonly epoch: number;
  readonly train: { readonly loss: number; readonly accuracy: number };
  readonly validation: { readonly loss: number; readonly accuracy: number };
}

export interface Training {
  readonly epochs: readonly EpochMetrics[];
  /** The epoch whose weights the model has at the end. */
  readonly kept: EpochMetrics;
  readonly stoppedEarly: boolean;
}

export interface TrainingData {
  readonly train: Dataset;
  /** What choices are made on; nothing is fitted to it. */
  readonly validation: Dataset;
}

/**
 * Trains circuit and head together, each step one gradient of the cross-entropy and one Adam update of both. The same
 * seed gives the same weights, bit by bit, on one machine. A loss that is
 * no number is an error, and leaves the model with the weights of the last good epoch.
 */
export async function train(model: Classifying, data: TrainingData, options: TrainOptions = {}): Promise<Training> {
  const { epochs = 15, patience, onEpoch = () => {} } = options;
  checkOptions(data, options);
  const step = stepper(model, Math.ceil(data.train.labels.length / batchOf(options)) * epochs, options);
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
      const trained = await runEpoch(step, data.train, epoch, epochs, options);
      const { loss, accuracy } = evaluate(model, data.validation);
      const metrics = { epoch, train: trained, validation: { loss, accuracy } };
      history.push(metrics);
      onEpoch(metrics);
      if (!kept || patience === undefined || loss < kept.validation.loss) keep(metrics);
      else if (epoch - kept.epoch >= patience) break;
    }
  } finally {
    model.setWeights(weights);
    tf.dispose(weights);
    step.dispose();
  }
  if (!kept) throw new Error('Training had no epoch.');
  return { epochs: history, kept, stoppedEarly: history.length < epochs };
}

const copied = (model: Classifying) => model.getWeights().map((weight) => weight.clone());

interface Stepper {
  (samples: Dataset): { readonly loss: number; readonly right: number };
  dispose(): void;
}

/** One update of every weight: the circuit's and the head's from one gradient, each with its own learning rate. */
function stepper(model: Classifying, steps: number, options: TrainOptions): Stepper {
  const { learningRate = 0.03, circuitLearningRate = learningRate } = options;
  const logits = logitsModel(model);
  const variables = (of: readonly layers.layers.Layer[]) =>
    of.flatMap((layer) => layer.trainableWeights.map((weight) => weight.read() as tf.Variable));
  const isCircuit = (layer: layers.layers.Layer) => layer.getClassName() === 'HqnnQuantum';
  const groups = [
    { variables: variables(model.layers.filter(isCircuit)), rate: circuitLearningRate },
    { variables: variables(model.layers.filter((layer) => !isCircuit(layer))), rate: learningRate },
  ].map((group) => ({ ...group, optimizer: tf.train.adam(group.rate) }));
  let taken = 0;
  const step = ({ labels, ...samples }: Dataset) => {
    let right = 0;
    const { value, grads } = tf.variableGrads(
      () => {
        const y = logits.apply(tensorOf({ labels, ...samples }), { training: true }) as tf.Tensor2D;
        right = decided(y.dataSync(), y.shape[1]).filter((label, row) => label === labels[row]).length;
        return crossEntropy(y, labels);
      },
      groups.flatMap((group) => group.variables),
    );
    const loss = value.dataSync()[0];
    const cosine = (1 + Math.cos((Math.PI * taken++) / steps)) / 2;
    if (Number.isFinite(loss))
      for (const { variables, rate, optimizer } of groups) {
        // tfjs reads its learning rate in every step but offers no way to set it.
        (optimizer as unknown as { learningRate: number }).learningRate = rate * cosine;
        optimizer.applyGradients(variables.map(({ name }) => ({ name, tensor: grads[name] })));
      }
    tf.dispose([value, grads]);
    const sound = groups.every((group) =>
      group.variables.every((variable) => variable.dataSync().every(Number.isFinite)),
    );
    return { loss: sound ? loss : Number.NaN, right };
  };
  const dispose = () => {
    for (const { optimizer } of groups) optimizer.dispose();
  };
  return Object.assign(step, { dispose });
}

async function runEpoch(step: Stepper, data: Dataset, epoch: number, epochs: number, options: TrainOptions) {
  const { seed = 0, onBatch = () => {} } = options;
  const samples = data.labels.length;
  const order = random(seed, 'order', epoch).shuffled([...data.labels.keys()]);
  let [total, right, breath] = [0, 0, performance.now()];
  for (let start = 0; start < samples; start += batchOf(options)) {
    const rows = order.slice(start, start + batchOf(options));
    const result = step(rowsOf(data, rows));
    if (!Number.isFinite(result.loss))
      throw new Error(
        `The loss became ${result.loss} in epoch ${epoch}, after ${start} samples. Training stopped with the best weights so far; ` +
          'take a lower learning rate.',
      );
    total += result.loss * rows.length;
    right += result.right;
    onBatch({ epoch, epochs, seen: start + rows.length, samples, loss: total / (start + rows.length) });
    if (performance.now() - breath > BREATH) {
      await new Promise((resolve) => setTimeout(resolve));
      breath = performance.now();
    }
  }
  return { loss: total / samples, accuracy: right / samples };
}

/** Milliseconds after which the host gets a turn: a page stays alive, and an interrupt is heard. */
const BREATH = 100;

const batchOf = ({ batch = 32 }: TrainOptions) => batch;

function checkOptions({ train, validation }: TrainingData, options: TrainOptions): void {
  const { epochs = 15, batch = 32, patience = 1, learningRate = 0.03, circuitLearningRate = learningRate } = options;
  for (const [name, value] of Object.entries({ epochs, batch, patience }))
    if (!(Number.isInteger(value) && value >= 1)) throw new Error(`${name} is ${value}. It is a whole number from 1.`);
  for (const [name, value] of Object.entries({ learningRate, circuitLearningRate }))
    if (!(Number.isFinite(value) && value > 0)) throw new Error(`${name} is ${value}. It is a number above 0.`);
  if (train.labels.length === 0 || validation.labels.length === 0)
    throw new Error(
      `Training takes samples to train and to validate on, but was given ${train.labels.length} and ${validation.labels.length}.`,
    );
}

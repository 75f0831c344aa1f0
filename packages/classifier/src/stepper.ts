import { isQuantum, type QuantumLayer } from '@hqnn/autodiff/tfjs';
import type { Dataset } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { descent, descents, type Rates } from './descent.ts';
import { type Classifying, logitsModel, tensorOf } from './logits.ts';
import { lossGradients } from './loss-gradients.ts';
import type { Timed } from './stopwatch.ts';

/** What a step came to. */
type Stepped = {
  /** Mean cross-entropy before the update, NaN where that left weights that are no numbers. */
  readonly loss: number;
  /** How many samples were right. */
  readonly right: number;
};

/** One update of all weights, the circuit's and the head's from one gradient. */
export type Stepper = (samples: Dataset) => Stepped;

/** The same, at rates scaled by so much. */
type Step = (samples: Dataset, decay: number) => Stepped;

/** Updates of all weights, with rates that fall to 0 over so many steps. */
export function stepper(model: Classifying, steps: number, rates: Rates, timed: Timed): Stepper {
  const logits = logitsModel(model);
  const split = splitOf(model);
  const step = split ? splitStep(split, rates, timed) : wholeStep(logits, rates, timed);
  let taken = 0;
  return (samples) => tf.tidy(() => step(samples, (1 + Math.cos((Math.PI * taken++) / steps)) / 2));
}

/** A model that begins with a circuit to train, and its layers from there to the logits. */
interface Split {
  readonly circuit: QuantumLayer;
  readonly head: readonly layers.layers.Layer[];
}

function splitOf(model: Classifying): Split | null {
  const [circuit, ...head] = model.layers.slice(0, -1);
  const splits = model instanceof layers.Sequential && isQuantum(circuit) && circuit.trainableWeights.length > 0;
  return splits ? { circuit, head } : null;
}

/** The circuit on typed arrays, the head in tfjs: what was measured goes in, and its cotangents come out. */
function splitStep({ circuit, head }: Split, rates: Rates, timed: Timed): Step {
  const { compiled, simulator, method } = circuit;
  const { program } = compiled;
  const descend = descent(circuit, rates.circuitLearningRate);
  const { variables, descendAll } = descents(head, rates);
  const step: Step = ({ features, labels }, decay) => {
    const theta = circuit.readWeights();
    const values = timed('circuit', () => simulator.run(program, features, theta));
    const measured = tf.tensor2d(new Float32Array(values), [labels.length, program.observables.length]);
    const logits = () => head.reduce((y, layer) => layer.apply(y, { training: true }) as tf.Tensor2D, measured);
    const { loss, right, gradients } = timed('head', () => lossGradients(logits, labels, [measured, ...variables]));
    if (!Number.isFinite(loss)) return { loss, right };
    const [cotangents, ...slopes] = gradients;
    const { weights } = timed('circuit', () =>
      method.pullBack(simulator, program, features, theta, cotangents, { features: false }),
    );
    const sound = [descend(weights, decay), timed('head', () => descendAll(slopes, decay))];
    return { loss: sound.every(Boolean) ? loss : Number.NaN, right };
  };
  return (...on) => timed('bridge', () => step(...on));
}

/** Every other model in tfjs as a whole, circuits among its layers. */
function wholeStep(logits: layers.LayersModel, rates: Rates, timed: Timed): Step {
  const { variables, descendAll } = descents(logits.layers, rates);
  const step: Step = (samples, decay) => {
    const x = tensorOf(samples);
    const apply = () => logits.apply(x, { training: true }) as tf.Tensor2D;
    const { loss, right, gradients } = lossGradients(apply, samples.labels, variables);
    if (!Number.isFinite(loss)) return { loss, right };
    return { loss: descendAll(gradients, decay) ? loss : Number.NaN, right };
  };
  return (...on) => timed('head', () => step(...on));
}

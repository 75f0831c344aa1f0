import * as tf from '@tensorflow/tfjs-core';
import { checkOption } from '../check-option.ts';
import { naturalGradient } from '../metric/natural-gradient.ts';
import { type NaturalStep, naturalStep } from '../optimise/natural-step.ts';
import { withRows } from './noted-rows.ts';
import type { QuantumLayer } from './quantum.ts';
import { type NamedSlopes, slopesOfCircuits, type VectorSlopes } from './slopes-of-circuits.ts';
import { restoredOptimizer, storedOptimizer } from './stored-optimizer.ts';

/** How circuits are trained, and what trains the rest of a model. */
export interface NaturalOptimizerOptions extends NaturalStep {
  /** What trains all weights that are not of a circuit: Adam with a rate of 0.01 if absent. */
  readonly others?: tf.Optimizer;
}

/**
 * A tfjs optimiser that moves the weights of quantum layers by the natural gradient, θ − η(g + λ)⁻¹∇, and hands all other
 * weights to another optimiser. The metric g of a layer is the mean over the rows at which it was differentiated since
 * the last step, which takes the metric's circuits for each row besides those of the gradient. A frozen layer stays as it
 * is. The optimiser is stored with a model, the other one with it.
 *
 * `compile` and `minimize` take it as any other. By hand, `applyGradients` follows its own `computeGradients`, whose rows
 * are kept until then, however many there are. The metric is that at these rows, whatever gradients are applied: those
 * of `tf.variableGrads` cannot be told from its own, and are refused only where no rows were seen since the last step.
 */
export const naturalOptimizer = (options: NaturalOptimizerOptions = {}): tf.Optimizer => {
  tf.serialization.registerClass(NaturalOptimizer);
  return new NaturalOptimizer(options);
};

/** What `naturalOptimizer` makes. */
export class NaturalOptimizer extends tf.Optimizer {
  static className = 'HqnnNaturalOptimizer';
  private readonly step: Required<NaturalStep>;
  private readonly others: tf.Optimizer;
  /** Where each layer was differentiated since the last step. */
  private rows = new Map<object, Float32Array[]>();

  constructor({ others = tf.train.adam(0.01), ...step }: NaturalOptimizerOptions) {
    super();
    this.step = naturalStep('naturalOptimizer', step, { others });
    checkOption(
      'naturalOptimizer',
      { others },
      others instanceof tf.Optimizer,
      'an optimiser, such as tf.train.adam()',
    );
    this.others = others;
  }

  override computeGradients(...of: Parameters<tf.Optimizer['computeGradients']>) {
    const { result, rows } = withRows(() => super.computeGradients(...of));
    for (const [layer, more] of rows) {
      const known = this.rows.get(layer) ?? [];
      for (const one of more) known.push(one);
      this.rows.set(layer, known);
    }
    return result;
  }

  override applyGradients(gradients: NamedSlopes): void {
    const { ofCircuits, rest } = slopesOfCircuits(gradients);
    const { rows } = this;
    this.rows = new Map();
    const moves = [...ofCircuits].map(([layer, slopes]) => ({
      layer,
      weights: this.moved(layer, slopes, rows.get(layer)),
    }));
    this.others.applyGradients(rest);
    for (const { layer, weights } of moves) layer.writeWeights(weights);
  }

  /** θ − η(g + λ)⁻¹∇ */
  private moved(layer: QuantumLayer, slopes: readonly VectorSlopes[], rows?: readonly Float32Array[]): Float32Array {
    if (!rows)
      throw new Error(
        `The metric of ${layer.name} is taken where it was differentiated, but the optimiser has not seen that since its last step. Take minimize(f) of it, or computeGradients(f) of it in place of tf.variableGrads(f).`,
      );
    const { compiled, simulator } = layer;
    const { vectors, program } = compiled;
    if (slopes.length < vectors.length)
      throw new Error(
        `The natural gradient of ${layer.name} is one in all its weights, ${vectors.map(({ name }) => name).join(', ')}, but was given slopes in ${slopes.length} of these ${vectors.length} vectors. Name all of them in varList.`,
      );
    const { rate, ...natural } = this.step;
    const weights = layer.readWeights();
    const gradient = new Float32Array(program.weights);
    for (const { start, values } of slopes) gradient.set(values, start);
    const direction = naturalGradient(simulator, program, joined(rows), weights, gradient, natural);
    return weights.map((weight, k) => weight - rate * direction[k]);
  }

  override get iterations(): number {
    return this.others.iterations;
  }

  override getWeights() {
    return this.others.getWeights();
  }

  override setWeights(...values: Parameters<tf.Optimizer['setWeights']>) {
    return this.others.setWeights(...values);
  }

  /** Frees what the other optimiser holds. */
  override dispose(): void {
    this.rows.clear();
    this.others.dispose();
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...this.step, others: storedOptimizer(this.others) };
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    { rate, approximation, damping, others }: tf.serialization.ConfigDict,
  ): T {
    return new cls({ rate, approximation, damping, others: restoredOptimizer(others) });
  }
}

/** All rows one after another. */
function joined(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((length, some) => length + some.length, 0));
  rows.reduce((start, some) => {
    all.set(some, start);
    return start + some.length;
  }, 0);
  return all;
}

import type { Compiled } from '@hqnn/circuits';
import type { Simulator } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import type { GradientMethod } from '../method.ts';

/** What is evaluated, on what, and how it is differentiated. */
export interface OpOptions {
  readonly compiled: Compiled;
  readonly simulator: Simulator;
  readonly method: GradientMethod;
}

/** (x, θ) ↦ ⟨O⟩: x is rows × features, θ holds all weights of the program; the result is rows × observables. */
export function expectationOp(x: tf.Tensor2D, weights: tf.Tensor1D, options: OpOptions): tf.Tensor2D {
  registerOn(tf.getBackend());
  const { program } = options.compiled;
  if (x.shape[1] !== program.features)
    throw new Error(
      `The circuit takes rows of ${program.features} features, but was given a tensor of shape [${x.shape}].`,
    );
  const inputs = { x: tf.cast(x, 'float32'), weights: tf.cast(weights, 'float32') };
  // tfjs types attributes as numbers and strings, and hands on whatever they are.
  const attributes = { options } as unknown as tf.NamedAttrMap;
  return tf.engine().runKernel(KERNEL, inputs, attributes) as tf.Tensor2D;
}

const KERNEL = 'HqnnExpectation';

/**
 * A kernel with a registered gradient, rather than tf.customGrad, because tfjs then asks for the gradients that it
 * needs and no others: a first layer's inputs are not differentiated.
 */
function registerOn(backendName: string): void {
  if (tf.getKernel(KERNEL, backendName)) return;
  tf.registerKernel({ kernelName: KERNEL, backendName, kernelFunc: forward as unknown as tf.KernelFunc });
  if (!tf.getGradient(KERNEL))
    tf.registerGradient({ kernelName: KERNEL, inputsToSave: ['x', 'weights'], gradFunc: backward });
}

interface Call {
  readonly inputs: { readonly x: tf.TensorInfo; readonly weights: tf.TensorInfo };
  readonly attrs: { readonly options: OpOptions };
  readonly backend: tf.KernelBackend;
}

function forward({ inputs, attrs, backend }: Call): tf.TensorInfo {
  const { compiled, simulator } = attrs.options;
  const read = (tensor: tf.TensorInfo) => backend.readSync(tensor.dataId) as Float32Array;
  const shape = [inputs.x.shape[0], compiled.program.observables.length];
  const values = shape[0] === 0 ? [] : simulator.run(compiled.program, read(inputs.x), read(inputs.weights));
  return { dataId: backend.write(Float32Array.from(values), shape, 'float32'), shape, dtype: 'float32' };
}

function backward(
  dy: tf.Tensor | tf.Tensor[],
  saved: tf.Tensor[],
  attributes: tf.NamedAttrMap,
): Record<string, () => tf.Tensor> {
  const { compiled, simulator, method } = (attributes as unknown as Call['attrs']).options;
  const [x, weights] = saved;
  const pullBack = (features: boolean) =>
    method.pullBack(simulator, compiled.program, x.dataSync(), weights.dataSync(), (dy as tf.Tensor).dataSync(), {
      features,
    });
  // tfjs asks for x, if at all, before it asks for the weights: one sweep then serves both.
  let both: ReturnType<typeof pullBack> | undefined;
  return {
    x: () => {
      both = pullBack(true);
      return tf.tensor(Float32Array.from(both.features), x.shape);
    },
    weights: () => tf.tensor(Float32Array.from((both ?? pullBack(false)).weights), weights.shape),
  };
}

import type { Compiled } from '@hqnn/circuits';
import type { Gradients, Simulator } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import type { GradientMethod } from '../method.ts';
import { checkFeatures, checkNumbers } from './check-input.ts';
import { noteRows } from './noted-rows.ts';

/** What is evaluated, on what, and how it is differentiated. */
export interface OpOptions {
  readonly compiled: Compiled;
  readonly simulator: Simulator;
  readonly method: GradientMethod;
}

/** (x, θ) ↦ ⟨O⟩: x is rows × features, θ holds all weights of the program; the result is rows × observables. */
export function expectationOp(x: tf.Tensor2D, weights: tf.Tensor1D, options: OpOptions): tf.Tensor2D {
  checkFeatures(x, options.compiled.program.features);
  checkNumbers('weights', weights);
  return tf.tidy(
    () =>
      run(EXPECTATION, { x: tf.cast(x, 'float32'), weights: tf.cast(weights, 'float32') }, { options }) as tf.Tensor2D,
  );
}

const EXPECTATION = 'HqnnExpectation';
const SLOPES = 'HqnnSlopes';

/** What a kernel gets besides tensors. tfjs types attributes as numbers and strings, and hands on whatever they are. */
interface Attributes {
  readonly options: OpOptions;
  /** Of SLOPES: what is asked for, and what an earlier call has computed. */
  readonly wanted?: 'x' | 'weights';
  readonly found?: { gradients?: Gradients };
}

interface Call {
  readonly inputs: { readonly x: tf.TensorInfo; readonly weights: tf.TensorInfo; readonly dy: tf.TensorInfo };
  readonly attrs: Attributes;
  readonly backend: tf.KernelBackend;
}

function run(kernel: string, inputs: tf.NamedTensorMap, attributes: Attributes): tf.Tensor {
  registerOn(tf.getBackend());
  return tf.engine().runKernel(kernel, inputs, attributes as unknown as tf.NamedAttrMap) as tf.Tensor;
}

/**
 * Kernels with a registered gradient, rather than tf.customGrad, because tfjs then asks for the gradients that it
 * needs and no others: a first layer's inputs are not differentiated. The slopes are a kernel too, so that a second
 * derivative is an error and not a silent zero.
 */
function registerOn(backendName: string): void {
  if (tf.getKernel(EXPECTATION, backendName)) return;
  tf.registerKernel({ kernelName: EXPECTATION, backendName, kernelFunc: expectation as unknown as tf.KernelFunc });
  tf.registerKernel({ kernelName: SLOPES, backendName, kernelFunc: slopes as unknown as tf.KernelFunc });
  if (tf.getGradient(EXPECTATION)) return;
  tf.registerGradient({ kernelName: EXPECTATION, inputsToSave: ['x', 'weights'], gradFunc: backward });
  tf.registerGradient({ kernelName: SLOPES, gradFunc: refuseAgain });
}

function expectation({ inputs: { x, weights }, attrs: { options }, backend }: Call): tf.TensorInfo {
  const { program } = options.compiled;
  const values = options.simulator.run(program, read(backend, x), read(backend, weights));
  return written(backend, values, [x.shape[0], program.observables.length]);
}

function slopes({ inputs: { x, weights, dy }, attrs: { options, wanted, found = {} }, backend }: Call): tf.TensorInfo {
  const { compiled, simulator, method } = options;
  const [at, theta, cotangents] = [x, weights, dy].map((tensor) => read(backend, tensor));
  checkLossSlopes(cotangents, compiled.program.observables.length);
  if (wanted === 'weights') noteRows(options, at);
  found.gradients ??= method.pullBack(simulator, compiled.program, at, theta, cotangents, { features: wanted === 'x' });
  const { gradients } = found;
  return wanted === 'x'
    ? written(backend, gradients.features, x.shape)
    : written(backend, gradients.weights, weights.shape);
}

function backward(
  dy: tf.Tensor | tf.Tensor[],
  [x, weights]: tf.Tensor[],
  attributes: tf.NamedAttrMap,
): Record<string, () => tf.Tensor> {
  const { options } = attributes as unknown as Attributes;
  // tfjs asks for x, if at all, before it asks for the weights: one sweep then serves both.
  const found = {};
  const asked = (wanted: 'x' | 'weights') => () =>
    run(SLOPES, { x, weights, dy: dy as tf.Tensor }, { options, wanted, found });
  return { x: asked('x'), weights: asked('weights') };
}

function refuseAgain(): never {
  throw new Error(
    'A quantum layer is differentiated once by tfjs, but was asked for a derivative of its gradient. For second derivatives of a circuit take hessian of @hqnn/autodiff.',
  );
}

/** A loss that has left the numbers is told by where, before the simulator refuses to go on with what came of it. */
function checkLossSlopes(slopes: Float32Array, outputs: number): void {
  const place = slopes.findIndex((slope) => !Number.isFinite(slope));
  if (place < 0) return;
  throw new Error(
    `The slope of the loss in output ${place % outputs} of row ${Math.floor(place / outputs)} of the circuit is ${slopes[place]}. Look at what comes after the circuit: the loss or a layer is not finite there. A lower learning rate may keep it so.`,
  );
}

const read = (backend: tf.KernelBackend, { dataId }: tf.TensorInfo) => backend.readSync(dataId) as Float32Array;

const written = (backend: tf.KernelBackend, values: Float64Array, shape: number[]): tf.TensorInfo => ({
  dataId: backend.write(new Float32Array(values), shape, 'float32'),
  shape,
  dtype: 'float32',
});

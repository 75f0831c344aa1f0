import '@tensorflow/tfjs-backend-cpu';
import { adjoint, spsa } from '@hqnn/autodiff';
import { quantum } from '@hqnn/autodiff/tfjs';
import { amplitudeEncoding, circuit, eachZ, hardwareEfficient, product, reuploading, X, Z } from '@hqnn/circuits';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** How many features the models take. */
const FEATURES = 4;

/** A circuit between dense layers, by the default method. */
const between = () =>
  layers.sequential({
    layers: [
      layers.layers.dense({ units: 4, activation: 'tanh', inputShape: [FEATURES] }),
      quantum({ circuit: reuploading(4, { features: 4, layers: 3 }), observables: eachZ(4) }),
      layers.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });

/** Amplitudes, and observables that do not commute. */
const amplitudes = () =>
  layers.sequential({
    layers: [
      quantum({
        circuit: circuit(2, amplitudeEncoding(FEATURES), hardwareEfficient(2, { layers: 2 })),
        observables: [X(0), Z(1), product(Z(0), Z(1))],
        method: adjoint,
        inputShape: [FEATURES],
      }),
      layers.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });

/** Two circuits, of which one has a method with options. */
const branches = () => {
  const input = layers.input({ shape: [FEATURES] });
  const measured = {
    circuit: reuploading(2, { features: FEATURES, layers: 2, entangler: 'cz' }),
    observables: eachZ(2),
  };
  const outputs = [adjoint, spsa({ step: 0.2, repeats: 2 })].map((method) =>
    quantum({ ...measured, method }).apply(input),
  ) as layers.SymbolicTensor[];
  const joined = layers.layers.concatenate().apply(outputs);
  const last = layers.layers.dense({ units: 2, activation: 'softmax' }).apply(joined) as layers.SymbolicTensor;
  return layers.model({ inputs: input, outputs: last });
};

/** What is stored here and loaded there. */
export const MODELS: Readonly<Record<string, () => layers.LayersModel>> = { between, amplitudes, branches };

/** Some samples, on which nobody's random numbers have a say. */
export const samples = (rows: number) =>
  tf.tensor2d(
    Array.from({ length: rows * FEATURES }, (_, k) => Math.sin(1.7 * k + 0.3)),
    [rows, FEATURES],
  );

/** The bits of what a model gives for them. */
export const outputBits = (model: layers.LayersModel): readonly number[] => [
  ...new Uint32Array((model.predict(samples(9)) as tf.Tensor).dataSync().slice().buffer),
];

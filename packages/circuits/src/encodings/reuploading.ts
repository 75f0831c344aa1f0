import { features as featuresOf, times, vector } from '../angle.ts';
import { type HardwareEfficientOptions, hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import type { Circuit } from '../circuit.ts';
import { ry } from '../op.ts';

/** What a re-uploading circuit is made of, besides its qubits. */
export interface ReuploadingOptions extends Omit<HardwareEfficientOptions, 'before'> {
  /** How many features a sample has. */
  readonly features: number;
  /** The name of the scales, `scale` if absent. */
  readonly scale?: string;
}

/**
 * Data re-uploading (Pérez-Salinas and others, Quantum 4, 226 (2020)) with a trainable scale: before each layer of
 * the ansatz, RY(scale · x) of the next `qubits` features, from the first again when they run out.
 * Its weights are `scale`, one for each encoded angle, and `theta`, those of the ansatz.
 */
export function reuploading(
  qubits: number,
  { features, layers = 1, scale: name = 'scale', ...options }: ReuploadingOptions,
): Circuit {
  if (!(Number.isInteger(features) && features >= 1))
    throw new Error(`Re-uploading was given ${features} features. It takes a whole number from 1.`);
  if (name === (options.weights ?? 'theta'))
    throw new Error(`The scales and the weights of the ansatz are both called ${name}. Give one of them another name.`);
  if (features > qubits * layers)
    throw new Error(
      `${features} features do not fit ${layers} layers of ${qubits} qubits, which encode ${qubits * layers}. ` +
        `Take ${Math.ceil(features / qubits)} layers or more, or fewer features.`,
    );
  const chunks = Math.ceil(features / qubits);
  const places = Array.from({ length: layers }, (_, layer) =>
    [...Array(qubits).keys()].flatMap((qubit) => {
      const feature = (layer % chunks) * qubits + qubit;
      return feature < features ? [{ layer, qubit, feature }] : [];
    }),
  ).flat();
  const x = featuresOf(features);
  const scale = vector(name, places.length);
  const encode = (layer: number) =>
    places.flatMap((place, k) => (place.layer === layer ? [ry(times(scale[k], x[place.feature]), place.qubit)] : []));
  return hardwareEfficient(qubits, { ...options, layers, before: encode });
}

import { features as featuresFrom } from '../angle.ts';
import { checkAnsatz } from '../ansatz/check-ansatz.ts';
import { type HardwareEfficientOptions, hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import type { Circuit } from '../circuit.ts';
import { featuresIn } from '../compile.ts';
import type { Op } from '../op.ts';
import { angleEncoding } from './angle-encoding.ts';
import { placedOn } from './placed-on.ts';
import { encodes, type TrainableOptions, trainable } from './trainable.ts';

/** What a re-uploading circuit is made of, besides its qubits. */
export interface ReuploadingOptions extends Omit<HardwareEfficientOptions, 'before'>, TrainableOptions {
  /** How many features a sample has. */
  readonly features: number;
  /** What encodes the features of a layer, by angles, on as many qubits at most: RY(x) on each qubit if absent. */
  readonly encoding?: Circuit;
  /** The layers that the encodings go before: of the same options, `hardwareEfficient` if absent. */
  readonly ansatz?: (qubits: number, options: HardwareEfficientOptions) => Circuit;
}

/**
 * Data re-uploading (Pérez-Salinas and others, Quantum 4, 226 (2020)) with a trainable scale: before each layer of the
 * ansatz an encoding of the next features, as many as it depends on, from the first again when they run out; where the
 * last are too few, an angle of one that is missing is left out, as if it were 0. Each encoded angle has a scale of its
 * own, and an offset if these are given a name. Its weights are `scale`, `offset`, and `theta`, those of the ansatz.
 */
export function reuploading(
  qubits: number,
  {
    features,
    layers = 1,
    encoding,
    ansatz = hardwareEfficient,
    scale = 'scale',
    offset,
    ...options
  }: ReuploadingOptions,
): Circuit {
  checkAnsatz('reuploading', qubits, layers);
  if (!(Number.isInteger(features) && features >= 1))
    throw new Error(`reuploading was given ${features} features. It takes a whole number from 1.`);
  checkNames({ scale, offset, weights: options.weights ?? 'theta' });
  const encode = encoding ?? angleEncoding(featuresFrom(qubits));
  checkEncoding(encode);
  const each = featuresIn(encode);
  if (features > each * layers)
    throw new Error(
      `${features} features do not fit ${layers} layers of ${qubits} qubits, which encode ${each * layers}. ` +
        `Take ${Math.ceil(features / each)} layers or more, or fewer features.`,
    );
  const chunks = Math.ceil(features / each);
  const before = (layer: number) => encodingOf(encode, (layer % chunks) * each, features);
  return trainable(ansatz(qubits, { ...options, layers, before }), {
    scale,
    ...(offset === undefined ? {} : { offset }),
  });
}

/** The ops of the encoding of the features from `start`, without those of features that there are not. */
function encodingOf(encoding: Circuit, start: number, features: number): readonly Op[] {
  const places = Array.from({ length: featuresIn(encoding) }, (_, k) => start + k);
  return placedOn(encoding, { features: places }).ops.flatMap((op) => {
    if (!encodes(op) || op.angle.feature < features) return [op];
    return op.angle.offset === 0 ? [] : [{ ...op, angle: op.angle.offset }];
  });
}

function checkEncoding(encoding: Circuit): void {
  if (encoding.initial)
    throw new Error(
      'Amplitude encoding cannot be re-uploaded: amplitudes are where a circuit begins, once. Take an encoding by angles.',
    );
  if (featuresIn(encoding) === 0)
    throw new Error('reuploading was given an encoding that depends on no features. Make it of features(n).');
}

function checkNames({ scale, offset, weights }: { scale: string; offset: string | undefined; weights: string }): void {
  if (scale === weights)
    throw new Error(
      `The scales and the weights of the ansatz are both called ${scale}. Give one of them another name.`,
    );
  if (offset === weights)
    throw new Error(
      `The offsets and the weights of the ansatz are both called ${offset}. Give one of them another name.`,
    );
}

import { registerQuantum } from '@hqnn/autodiff/tfjs';
import { checkDigits, restore } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { Classifier } from './classifier.ts';
import { classesOf } from './logits.ts';

/**
 * A stored classifier, file by file: a tfjs layers model, in the layout that tfjs loads from a page's server, and
 * pipeline.json with the digits and every fitted step.
 */
export interface ModelFiles {
  readonly 'model.json': string;
  readonly 'weights.bin': Uint8Array;
  readonly 'pipeline.json': string;
}

const VERSION = 1;

/** The classifier as files; writing them is the caller's. */
export async function toFiles({ digits, prepare, model }: Classifier): Promise<ModelFiles> {
  let artifacts: tf.io.ModelArtifacts = {};
  await model.save(
    tf.io.withSaveHandler(async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  const { modelTopology, weightSpecs = [], weightData = new ArrayBuffer(0) } = artifacts;
  const manifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
  return {
    'model.json': JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest: manifest }),
    'weights.bin': new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)),
    'pipeline.json': `${JSON.stringify({ version: VERSION, digits, pipeline: prepare.fitted }, null, 1)}\n`,
  };
}

/** The classifier that the files hold, the same to the last bit. */
export async function fromFiles(files: ModelFiles): Promise<Classifier> {
  registerQuantum();
  const { version, pipeline, ...stored } = parsed(files, 'pipeline.json', ['version', 'digits', 'pipeline']);
  if (version !== VERSION)
    throw new Error(
      `pipeline.json has the format version ${version}, but this hqnn reads version ${VERSION}. Take the version that wrote it.`,
    );
  const digits = checkedDigits(stored.digits);
  const { modelTopology, weightsManifest } = parsed(files, 'model.json', ['modelTopology', 'weightsManifest']);
  const weightSpecs = (weightsManifest as readonly { weights: tf.io.WeightsManifestEntry[] }[]).flatMap(
    ({ weights }) => weights,
  );
  const weightData = checkedWeights(files['weights.bin'], weightSpecs);
  const artifacts = { modelTopology: modelTopology as object, weightSpecs, weightData };
  const model = await layers.loadLayersModel(tf.io.fromMemory(artifacts));
  const classes = classesOf(model);
  if (classes !== digits.length)
    throw new Error(
      `pipeline.json has the digits ${digits}, but the model tells ${classes} classes apart. The files do not belong together.`,
    );
  return { digits, prepare: restore(pipeline), model };
}

/** A JSON file that is an object with these keys. */
function parsed<Key extends string>(files: ModelFiles, name: 'model.json' | 'pipeline.json', keys: readonly Key[]) {
  let content: unknown;
  try {
    content = JSON.parse(files[name]);
  } catch (error) {
    throw new Error(`${name} is not JSON (${error instanceof Error ? error.message : error}). The file is damaged.`);
  }
  const found = typeof content === 'object' && content !== null ? content : {};
  const missing = keys.find((key) => !Object.hasOwn(found, key));
  if (missing) throw new Error(`${name} has no ${missing}. The file is damaged.`);
  return found as Readonly<Record<Key, unknown>>;
}

function checkedDigits(digits: unknown): readonly number[] {
  if (!Array.isArray(digits)) throw new Error('pipeline.json has digits that are no list. The file is damaged.');
  checkDigits(digits);
  return digits;
}

/** The bytes of the weights, as long as the model says, and every number finite. */
function checkedWeights(bytes: Uint8Array, specs: readonly tf.io.WeightsManifestEntry[]): ArrayBuffer {
  const expected = specs.reduce((sum, { shape }) => sum + 4 * shape.reduce((product, n) => product * n, 1), 0);
  if (bytes.length !== expected)
    throw new Error(
      `weights.bin has ${bytes.length} bytes, but model.json describes ${expected}. The file is damaged.`,
    );
  // A Buffer may be a view of a larger pool, and tfjs would read the pool.
  const { buffer } = bytes.slice();
  if (!new Float32Array(buffer).every(Number.isFinite))
    throw new Error('weights.bin holds numbers that are not finite. The file is damaged.');
  return buffer as ArrayBuffer;
}

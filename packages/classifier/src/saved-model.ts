import { registerQuantum } from '@hqnn/autodiff/tfjs';
import { type Fitted, restore } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { Classifier } from './classifier.ts';

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
  const { version, digits, pipeline } = parsed(files, 'pipeline.json') as {
    version: number;
    digits: number[];
    pipeline: Fitted;
  };
  if (version !== VERSION)
    throw new Error(
      `pipeline.json has the format version ${version}, but this hqnn reads version ${VERSION}. Take the version that wrote it.`,
    );
  const { modelTopology, weightsManifest } = parsed(files, 'model.json') as {
    modelTopology: object;
    weightsManifest: readonly { weights: tf.io.WeightsManifestEntry[] }[];
  };
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const expected = weightSpecs.reduce((sum, { shape }) => sum + 4 * shape.reduce((product, n) => product * n, 1), 0);
  const bytes = files['weights.bin'];
  if (bytes.length !== expected)
    throw new Error(
      `weights.bin has ${bytes.length} bytes, but model.json describes ${expected}. The file is damaged.`,
    );
  // A Buffer may be a view of a larger pool, and tfjs would read the pool.
  const weightData = bytes.slice().buffer;
  const model = await layers.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  return { digits, prepare: restore(pipeline), model };
}

function parsed(files: ModelFiles, name: 'model.json' | 'pipeline.json'): unknown {
  try {
    return JSON.parse(files[name]);
  } catch (error) {
    throw new Error(`${name} is not JSON (${error instanceof Error ? error.message : error}). The file is damaged.`);
  }
}

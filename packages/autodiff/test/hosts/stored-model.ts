import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** A stored model as plain data, so that it can travel: model.json, and the bytes of the weights beside it. */
export interface StoredModel {
  readonly json: string;
  readonly bytes: readonly number[];
}

/** What a web server needs to have of a model: its weights are in the file of that name. */
export async function storedModel(model: layers.LayersModel, weightsFile: string): Promise<StoredModel> {
  let stored: StoredModel | undefined;
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs = [], weightData = new ArrayBuffer(0) }) => {
      const weightsManifest = [{ paths: [weightsFile], weights: weightSpecs }];
      const json = JSON.stringify({ modelTopology, weightsManifest });
      stored = { json, bytes: [...new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData))] };
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  if (!stored) throw new Error('tfjs has not stored the model.');
  return stored;
}

/** The model again, without a web server. */
export function loadedModel({ json, bytes }: StoredModel): Promise<layers.LayersModel> {
  const { modelTopology, weightsManifest } = JSON.parse(json);
  const [{ weights }] = weightsManifest;
  const weightData = Uint8Array.from(bytes).buffer;
  return layers.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs: weights, weightData }));
}

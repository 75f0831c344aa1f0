import { registerQuantum } from '@hqnn/autodiff/tfjs';
import * as layers from '@tensorflow/tfjs-layers';
import { MODELS, outputBits } from './models.ts';
import { type StoredModel, storedModel } from './stored-model.ts';

/** What came of a model that was stored elsewhere. */
export interface Report {
  readonly bits: readonly number[];
  /** The model, stored again. */
  readonly stored: StoredModel;
}

/** Loads every model from beside the page, runs it, and stores it again. */
export async function inPage(): Promise<Readonly<Record<string, Report>>> {
  registerQuantum();
  const reports: Record<string, Report> = {};
  for (const name of Object.keys(MODELS)) {
    const model = await layers.loadLayersModel(new URL(`${name}.json`, import.meta.url).href);
    reports[name] = { bits: outputBits(model), stored: await storedModel(model, `${name}.bin`) };
  }
  return reports;
}

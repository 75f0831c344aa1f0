import { readFileSync, writeFileSync } from 'node:fs';
import { registerQuantum } from '@hqnn/autodiff/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { MODELS, outputBits, samples } from './models.ts';
import { loadedModel, type StoredModel, storedModel } from './stored-model.ts';

// Stores models for a page, as NAME.json and NAME.bin; or with `load`, loads those that a page has stored, from
// stored-in-page.json. Either way the bits of what they give are printed.
tf.env().set('PROD', true);
const bits = process.argv[2] === 'load' ? await loadAll() : await storeAll();
console.log(JSON.stringify(bits));

async function storeAll() {
  const bits: Record<string, readonly number[]> = {};
  for (const [name, made] of Object.entries(MODELS)) {
    const model = made();
    model.compile({ optimizer: tf.train.adam(0.05), loss: 'sparseCategoricalCrossentropy' });
    const labels = tf.tensor1d(Array.from({ length: 24 }, (_, k) => k % 2));
    await model.fit(samples(24), labels, { epochs: 3, batchSize: 8, verbose: 0 });
    const { json, bytes } = await storedModel(model, `${name}.bin`);
    writeFileSync(`${name}.json`, json);
    writeFileSync(`${name}.bin`, Uint8Array.from(bytes));
    bits[name] = outputBits(model);
  }
  return bits;
}

async function loadAll() {
  registerQuantum();
  const stored: Record<string, StoredModel> = JSON.parse(readFileSync('stored-in-page.json', 'utf8'));
  const bits: Record<string, readonly number[]> = {};
  for (const [name, model] of Object.entries(stored)) bits[name] = outputBits(await loadedModel(model));
  return bits;
}

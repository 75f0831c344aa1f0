import '@tensorflow/tfjs-backend-cpu';
import { type Prediction, predict } from '@hqnn/classifier';
import { type Dataset, rowsOf } from '@hqnn/data';
import { readDigitImage } from '@hqnn/data/node';
import * as tf from '@tensorflow/tfjs-core';
import { input } from './exit.ts';
import { imagesOf } from './images.ts';
import { percent, print, printJson, table } from './output.ts';
import { readConfig, readModel } from './run-folder.ts';

/** What the run sees on each image: a file, or a number in its data. */
export async function predictImages(
  run: string,
  images: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<void> {
  tf.env().set('PROD', true);
  const predictions = await input(async () => {
    const config = await readConfig(run);
    const [{ data }, classifier] = [config, await readModel(run, config)];
    const given = images.some(isNumber) ? await imagesOf(data) : undefined;
    const pixels = await Promise.all(
      images.map((image) => (given && isNumber(image) ? pixelsOf(given, image) : readDigitImage(image))),
    );
    const dataset = {
      features: joined(pixels),
      labels: new Uint8Array(pixels.length),
      width: 784,
      shape: [28, 28] as const,
    };
    const truth = (image: string) =>
      given && isNumber(image) ? { actual: data.digits[given.labels[Number(image)]] } : {};
    return predict(classifier, dataset).map((prediction, k) => ({
      image: images[k],
      ...prediction,
      ...truth(images[k]),
    }));
  });
  if (json) printJson(predictions);
  else print(report(predictions));
}

const isNumber = (image: string) => /^\d+$/.test(image);

function pixelsOf(data: Dataset, image: string): Float32Array {
  const row = Number(image);
  if (row >= data.labels.length)
    throw new Error(`There is no image ${image}: the run's data have ${data.labels.length}, counted from 0.`);
  return rowsOf(data, [row]).features;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((start, part) => {
    all.set(part, start);
    return start + part.length;
  }, 0);
  return all;
}

function report(predictions: readonly (Prediction & { readonly image: string; readonly actual?: number })[]): string {
  const rows = predictions.map(({ image, label, probability, features, actual }) => [
    image,
    `${label}${actual === undefined ? '' : actual === label ? ' (right)' : ` (wrong: it is ${actual})`}`,
    percent(probability),
    features.map((value) => value.toFixed(3).padStart(6)).join(' '),
  ]);
  return table([['image', 'digit', 'probability', '⟨Z⟩ of each qubit'], ...rows]);
}

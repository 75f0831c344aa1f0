import '@tensorflow/tfjs-backend-cpu';
import { type Evaluation, evaluate } from '@hqnn/classifier';
import type { Dataset } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import { input } from './exit.ts';
import { otherImages } from './images.ts';
import { measured, percent, print, printJson, table } from './output.ts';
import { digestsOf, type Parts, partsOf } from './parts.ts';
import type { DataConfig, RunConfig } from './run-config.ts';
import { readConfig, readModel, readSummary, writeSummary } from './run-folder.ts';
import type { Summary } from './summary.ts';

export interface EvaluateFlags {
  readonly data?: string;
  readonly images?: DataConfig['images'];
  readonly json?: boolean;
}

/** Measures a run on its own test part, or on other images of the same digits. */
export async function evaluateRun(run: string, flags: EvaluateFlags): Promise<void> {
  tf.env().set('PROD', true);
  const { classifier, summary, source, prepared, seen } = await input(async () => {
    const [config, summary] = [await readConfig(run), await readSummary(run)];
    const classifier = await readModel(run, config);
    const { source, images, seen } = await chosenImages(config, summary, flags);
    return { classifier, summary, source, seen, prepared: classifier.prepare(images) };
  });
  const result = evaluate(classifier.model, prepared);
  if (!flags.data) await writeSummary(run, { ...summary, test: { ...summary.test, reads: summary.test.reads + 1 } });
  const reads = flags.data ? {} : { reads: summary.test.reads + 1 };
  if (flags.json) printJson({ schema: 1, run, source, digits: classifier.digits, ...result, seen, ...reads });
  else print(report(result, classifier.digits, source));
  for (const line of cautions(seen, reads.reads)) process.stderr.write(`${line}\n`);
}

/** What is measured on: the run's own test part, or the images asked for, and how many of these the run has seen. */
async function chosenImages(config: RunConfig, summary: Summary, { data, images }: EvaluateFlags) {
  if (!data) {
    if (images) throw new Error('--images counts images in files: give their folder with --data.');
    return { source: 'test part', images: (await ownParts(config, summary)).test, seen: 0 };
  }
  const asked = await otherImages({ source: data, digits: config.data.digits, ...(images ? { images } : {}) });
  // The run's own data may be gone or changed; then nobody can tell.
  const own = await ownParts(config, summary).catch((error: Error) => {
    process.stderr.write(`Nobody checked whether the run was trained on these images: ${error.message}\n`);
    return null;
  });
  return { source: data, images: asked, seen: own && overlap(asked, [own.train, own.validation]) };
}

/** The run's own parts, found again and checked against its digests. */
async function ownParts(config: RunConfig, summary: Summary): Promise<Parts> {
  const parts = await partsOf(config);
  const digests = await digestsOf(parts);
  const differs = (['train', 'validation', 'test'] as const).find((part) => digests[part] !== summary.digests[part]);
  if (differs)
    throw new Error(
      `The data in ${config.data.source} are not those of the run: its ${differs} part differs. Evaluate with --data.`,
    );
  return parts;
}

/** How many of the images are byte for byte among those that the run was trained or chosen on. */
function overlap(images: Dataset, parts: readonly Dataset[]): number {
  const known = new Set(parts.flatMap(keys));
  return keys(images).filter((key) => known.has(key)).length;
}

const keys = ({ features, labels, width }: Dataset) =>
  Array.from(labels, (_, row) => Buffer.from(features.slice(row * width, (row + 1) * width).buffer).toString('latin1'));

function cautions(seen: number | null, reads?: number): readonly string[] {
  return [
    ...(reads
      ? [`The test part of this run has now been read ${reads} times: choices made on it would flatter the model.`]
      : []),
    ...(seen
      ? [`${seen} of these images were trained or chosen on. This is not a test; take others with --images.`]
      : []),
  ];
}

function report(
  { n, accuracy, interval, loss, confusion, auc }: Evaluation,
  digits: readonly number[],
  source: string,
): string {
  const figures = [
    ['accuracy', measured(accuracy, interval, n)],
    ['of', source],
    ['loss', loss.toFixed(4)],
    ...(auc === null ? [] : [['ROC AUC', auc.toFixed(4)]]),
  ];
  const counts = digits.map((digit, k) => {
    const samples = confusion[k].reduce((sum, count) => sum + count, 0);
    return [`is ${digit}`, ...confusion[k].map(String), percent(confusion[k][k] / Math.max(1, samples))];
  });
  return `${table(figures)}\n\n${table([['', ...digits.map((digit) => `said ${digit}`), 'right'], ...counts])}`;
}

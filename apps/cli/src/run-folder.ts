import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Classifier, EpochMetrics } from '@hqnn/classifier';
import type { z } from 'zod';
import { type RunConfig, runConfig } from './run-config.ts';
import { type Summary, summary } from './summary.ts';
import { writeWhole } from './whole-file.ts';

/** Where a run goes: to the folder that was asked for, or to the first of name, name-2, name-3, … that is free. */
export interface WhereTo {
  readonly out: string | undefined;
  readonly name: string;
}

/** Makes the folder of a new run, which nobody else then gets, and writes its configuration; answers with the folder. */
export async function createRun({ out, name }: WhereTo, config: RunConfig): Promise<string> {
  let folder = out ?? name;
  for (let k = 2; !(await claimed(folder)); k++) {
    if (out !== undefined) throw taken(out);
    folder = `${name}-${k}`;
  }
  await writeWhole(join(folder, 'config.json'), json(config));
  return folder;
}

/** Throws unless a run can begin in the folder: it is not there yet, or empty. */
export async function checkFree(folder: string): Promise<void> {
  if (!(await isFree(folder))) throw taken(folder);
}

const taken = (folder: string) =>
  new Error(`${folder} exists already, and a run never writes over another. Take another --out, or remove it.`);

async function isFree(folder: string): Promise<boolean> {
  return !existsSync(folder) || ((await stat(folder)).isDirectory() && (await readdir(folder)).length === 0);
}

/** Whether this call made the run's folder: of two runs that begin at once, the one that made model/ in it. */
async function claimed(folder: string): Promise<boolean> {
  if (!(await isFree(folder))) return false;
  try {
    await makeFolder(resolve(folder));
    return await made(resolve(folder, 'model'));
  } catch (error) {
    throw new Error(`The run folder ${folder} cannot be made (${(error as Error).message}). Take another --out.`);
  }
}

/** A folder and those above it, one by one: Node's own way never ends on file systems such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await made(folder);
}

/** Whether this call made the folder, or it was there. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Adds the line of one epoch to metrics.jsonl, flushed. */
export async function appendMetrics(folder: string, metrics: EpochMetrics): Promise<void> {
  const file = await open(join(folder, 'metrics.jsonl'), 'a');
  try {
    await file.writeFile(`${JSON.stringify(metrics)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function writeModel(folder: string, classifier: Classifier): Promise<void> {
  const { toFiles } = await import('@hqnn/classifier');
  for (const [name, content] of Object.entries(await toFiles(classifier)))
    await writeWhole(join(folder, 'model', name), content);
}

export const writeSummary = (folder: string, summary: Summary) =>
  writeWhole(join(folder, 'summary.json'), json(summary));

export async function readConfig(folder: string): Promise<RunConfig> {
  await checkIsRun(folder);
  return readChecked(join(folder, 'config.json'), runConfig);
}

export async function readSummary(folder: string): Promise<Summary> {
  await checkFinished(folder);
  return readChecked(join(folder, 'summary.json'), summary);
}

/** The run's classifier, which must be of the digits in its configuration. */
export async function readModel(folder: string, { data: { digits } }: RunConfig): Promise<Classifier> {
  await checkFinished(folder);
  const { fromFiles } = await import('@hqnn/classifier');
  const bytes = (name: string) => readWhole(join(folder, 'model', name));
  const [model, weights, pipeline] = [
    await bytes('model.json'),
    await bytes('weights.bin'),
    await bytes('pipeline.json'),
  ];
  try {
    const classifier = await fromFiles({
      'model.json': `${model}`,
      'weights.bin': weights,
      'pipeline.json': `${pipeline}`,
    });
    if (`${classifier.digits}` !== `${digits}`)
      throw new Error(`pipeline.json has the digits ${classifier.digits}, but config.json has ${digits}.`);
    return classifier;
  } catch (error) {
    throw new Error(`The model in ${join(folder, 'model')} cannot be read: ${(error as Error).message} Train it anew.`);
  }
}

async function checkIsRun(folder: string): Promise<void> {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}. hqnn train makes one and says where.`);
  if (!existsSync(join(folder, 'config.json')))
    throw new Error(`${folder} is not a run folder: it has no config.json. Take one that hqnn train made.`);
}

async function checkFinished(folder: string): Promise<void> {
  await checkIsRun(folder);
  if (!existsSync(join(folder, 'summary.json')))
    throw new Error(`The run in ${folder} did not finish: it has no summary.json. Train it anew, to another folder.`);
}

/** A JSON file that must be as the schema says. */
async function readChecked<Value>(path: string, schema: z.ZodType<Value>): Promise<Value> {
  const checked = schema.safeParse(await readJson(path));
  if (checked.success) return checked.data;
  const [{ path: where, message }] = checked.error.issues;
  throw new Error(`${path} is damaged: ${where.join('.') || 'all of it'} is wrong (${message}). Train the run anew.`);
}

async function readJson(path: string): Promise<unknown> {
  const text = `${await readWhole(path)}`;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON (${(error as Error).message}). The file is damaged; train the run anew.`);
  }
}

const readWhole = (path: string) =>
  readFile(path).catch((error: Error) => {
    throw new Error(`${path} cannot be read (${error.message}). Train the run anew.`);
  });

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

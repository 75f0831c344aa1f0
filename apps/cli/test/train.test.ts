import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMnist } from '@hqnn/data/node';
import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ended, hqnn } from './hqnn.ts';

const folder = mkdtempSync(join(tmpdir(), 'hqnn-'));
const quick = ['--preset', 'lite', '--gradient', 'adjoint', '--epochs', '2', '--seed', '3'];
const file = (...path: string[]) => readFileSync(join(folder, ...path));

let trained: Ended;

beforeAll(async () => {
  trained = await hqnn(folder, ['train', ...quick, '--out', 'run', '--json']);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('train prints one JSON document with the keys that outsiders rely on, and writes the same as summary.json', () => {
  expect(trained).toMatchObject({ code: 0 });
  const result = JSON.parse(trained.stdout);
  expect(result).toMatchObject({
    schema: 1,
    run: 'run',
    digits: [3, 6],
    preset: 'lite',
    seed: 3,
    train: { n: 1534 },
    validation: { n: 103 },
    test: { n: 409, reads: 1 },
    parameters: { circuit: 52, head: 5 },
    gradient: { method: 'adjoint', executions: 2 * (2 * 1534 + 103) + 409 },
  });
  expect(result.test.accuracy).toBeGreaterThan(0.95);
  expect(result.test.interval[0]).toBeLessThan(result.test.accuracy);
  expect(Object.keys(result.seconds)).toEqual(['setup', 'quantum', 'bridge', 'head', 'total']);
  expect(JSON.parse(file('run', 'summary.json').toString())).toEqual(result);
});

test('a run folder describes itself, and nothing in it is half-written', () => {
  expect(readdirSync(join(folder, 'run')).sort()).toEqual(['config.json', 'metrics.jsonl', 'model', 'summary.json']);
  expect(readdirSync(join(folder, 'run', 'model')).sort()).toEqual(['model.json', 'pipeline.json', 'weights.bin']);
  const epochs = file('run', 'metrics.jsonl')
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).epoch);
  expect(epochs).toEqual([1, 2]);
});

test('the simulator is chosen by options, and config.json tells which; that of an older hqnn tells none', async () => {
  const options = ['--precision', 'double', '--threads', '1', '--epochs', '1'];
  await hqnn(folder, ['train', ...quick, ...options, '--out', 'double']);
  const { simulator, ...older } = JSON.parse(file('double', 'config.json').toString());
  expect(simulator).toEqual({ precision: 'double', threads: 1 });
  expect(JSON.parse(file('run', 'config.json').toString()).simulator).toEqual({ precision: 'single', threads: 'auto' });
  writeFileSync(join(folder, 'double', 'config.json'), JSON.stringify(older));
  expect(await hqnn(folder, ['evaluate', 'double'])).toMatchObject({ code: 0 });
});

test('the same seed gives the same model, byte for byte, and people get their figures on stdout', async () => {
  const again = await hqnn(folder, ['train', ...quick, '--out', 'again']);
  expect(again.code).toBe(0);
  for (const name of ['model.json', 'weights.bin', 'pipeline.json'])
    expect(file('again', 'model', name).equals(file('run', 'model', name))).toBe(true);
  expect(file('again', 'metrics.jsonl').equals(file('run', 'metrics.jsonl'))).toBe(true);
  expect(again.stdout).toMatch(/test accuracy {2}9\d\.\d\d %, 95 % interval .* %, on 409 images/);
  expect(again.stdout).toContain('run folder     again');
  expect(again.stderr).toContain('epoch  2  loss');
});

test('without --out each run gets a folder of its own under runs/', async () => {
  const one = ['train', ...quick, '--epochs', '1', '--digits', '0,1', '--json'];
  const names = [await hqnn(folder, one), await hqnn(folder, one)].map(({ stdout }) => JSON.parse(stdout).run);
  expect(names).toEqual(['runs/0v1-lite', 'runs/0v1-lite-2']);
});

test('two runs that begin at once get a folder each', async () => {
  const one = ['train', ...quick, '--epochs', '1', '--digits', '1,7', '--json'];
  const both = await Promise.all([hqnn(folder, one), hqnn(folder, one)]);
  const names = both.map(({ stdout }) => JSON.parse(stdout).run);
  expect(names.sort()).toEqual(['runs/1v7-lite', 'runs/1v7-lite-2']);
});

test('evaluate gives the figures of the run, and counts that the test part was read again', async () => {
  const { code, stdout, stderr } = await hqnn(folder, ['evaluate', 'run', '--json']);
  expect(code).toBe(0);
  const [result, summary] = [JSON.parse(stdout), JSON.parse(trained.stdout)];
  expect(result).toMatchObject({ schema: 1, run: 'run', source: 'test part', seen: 0, reads: 2 });
  for (const key of ['n', 'accuracy', 'interval', 'loss', 'confusion']) expect(result[key]).toEqual(summary.test[key]);
  expect(result.auc).toBeGreaterThan(0.98);
  expect(stderr).toContain('has now been read 2 times');
});

test('evaluate on images of the training says how many the run had seen', async () => {
  const { stdout, stderr } = await hqnn(folder, ['evaluate', 'run', '--data', 'mnist', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ source: 'mnist', n: 2046, seen: 1534 + 103 });
  expect(stderr).toContain('1637 of these images were trained or chosen on.');
});

test('a run folder in which any file is damaged is refused with its name', async () => {
  const damages: readonly (readonly [file: string, content: string, words: string])[] = [
    ['summary.json', '{ "schema": 1 }', 'summary.json is damaged: run is wrong'],
    ['model/model.json', 'null', 'model.json has no modelTopology. The file is damaged.'],
    ['model/pipeline.json', '[]', 'pipeline.json has no version. The file is damaged.'],
    ['model/weights.bin', 'short', 'weights.bin has 5 bytes, but model.json describes 228.'],
  ];
  for (const [name, content, words] of damages) {
    rmSync(join(folder, 'damaged'), { recursive: true, force: true });
    cpSync(join(folder, 'again'), join(folder, 'damaged'), { recursive: true });
    writeFileSync(join(folder, 'damaged', name), content);
    const { code, stderr } = await hqnn(folder, ['evaluate', 'damaged']);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  }
});

test('predict reads PNG, JPEG and numbers of images, all of one digit alike', async () => {
  const { features } = await readMnist([3, 6]);
  const gray = Uint8Array.from(features.subarray(0, 784), (value) => Math.round(255 * value));
  const rgba = Uint8Array.from({ length: 4 * 784 }, (_, k) => (k % 4 === 3 ? 255 : gray[k >> 2]));
  writeFileSync(join(folder, 'three.png'), encodePng({ width: 28, height: 28, data: gray, channels: 1, depth: 8 }));
  writeFileSync(join(folder, 'three.jpg'), jpeg.encode({ width: 28, height: 28, data: rgba }, 100).data);
  const { code, stdout } = await hqnn(folder, ['predict', 'run', '0', 'three.png', 'three.jpg', '--json']);
  expect(code).toBe(0);
  const [number, png, jpg] = JSON.parse(stdout);
  expect(number).toMatchObject({ image: '0', label: 3, actual: 3 });
  expect(png).toEqual({
    image: 'three.png',
    label: number.label,
    probability: number.probability,
    features: number.features,
  });
  expect(jpg.label).toBe(3);
  expect(Math.abs(jpg.probability - png.probability)).toBeLessThan(0.05);
  expect(number.features).toHaveLength(4);
});

test('draw shows the circuit of a run, and of options', async () => {
  const [run, options] = [await hqnn(folder, ['draw', 'run']), await hqnn(folder, ['draw', '--preset', 'lite'])];
  expect(run.code).toBe(0);
  expect(run.stdout).toBe(options.stdout);
  expect(run.stdout).toContain('RY(s₀·x₀)');
  expect(Math.max(...run.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('a loss that is no number fails with 1, the reason and the remedy, and leaves no model', async () => {
  const { code, stderr } = await hqnn(folder, ['train', ...quick, '--lr', '1e39', '--out', 'diverged']);
  expect(code).toBe(1);
  expect(stderr).toContain('The loss became NaN in epoch 1');
  expect(readdirSync(join(folder, 'diverged', 'model'))).toEqual([]);
  expect((await hqnn(folder, ['evaluate', 'diverged'])).stderr).toContain('did not finish: it has no summary.json');
});

test('an interrupt ends with 130, and says what is left', async () => {
  let interrupted = false;
  const args = ['train', ...quick, '--epochs', '500', '--out', 'stopped'];
  const { code, stderr } = await hqnn(folder, args, (said, interrupt) => {
    if (interrupted || !said.includes('epoch  1')) return;
    interrupted = true;
    interrupt();
  });
  expect(code).toBe(130);
  expect(stderr).toContain('Interrupted. stopped holds the metrics so far, and no model; it can be removed.');
});

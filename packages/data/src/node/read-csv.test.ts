import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvDataset } from '../csv.ts';
import { digestOf } from '../digest.ts';
import { readCsv } from './read-csv.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hqnn-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Above a million bytes, so that it is read in pieces; some end in the midst of a quote, of a word or of a letter. */
const LARGE = `\ufeff"x, or so",y,"the\nclass"\r\n${Array.from({ length: 45_000 }, (_, k) => `${k},"${k / 4}","é${k % 3}\r\n${'ü'.repeat(3)}"\r\n`).join('')}`;

test('a file that is read in pieces is the same as its text', async () => {
  const [pieces, whole] = await Promise.all([readCsv(await written('large.csv', LARGE)), csvDataset(LARGE)]);
  expect(await digestOf(pieces)).toBe(await digestOf(whole));
  expect([pieces.labels.length, pieces.classes]).toEqual([45_000, whole.classes]);
});

test('options say what the columns mean', async () => {
  const path = await written('first.csv', '6,1,2\n3,3,4\n9,5,6\n');
  expect(await readCsv(path, { label: 'first', classes: [3, 6] })).toMatchObject({
    features: Float32Array.of(1, 2, 3, 4),
    labels: Uint8Array.of(1, 0),
    classes: [3, 6],
  });
});

test.each<[string, string | Uint8Array, string]>([
  ['fault.csv', 'x,y\n1,a\nwide,b\n', 'Row 3, column x is wide'],
  ['late.csv', `${LARGE}1,2\r\n`, 'Row 45002 has 2 columns, but row 1 has 3.'],
  ['empty.csv', '', 'A CSV of samples has one row or more'],
  ['open.csv', 'x,y\n1,"a\n2,b\n', 'Row 2: Quoted field unterminated.'],
  ['latin.csv', Uint8Array.of(0x31, 0x2c, 0xe9, 0x0a), 'A CSV file is text in UTF-8, but this one is not.'],
  ['packed.csv', Uint8Array.of(0x1f, 0x8b, 0x08, 0x00), 'A CSV file is text in UTF-8, but this one is not.'],
  ['cut.csv', Uint8Array.of(0x31, 0x2c, 0xc3), 'A CSV file is text in UTF-8, but this one is not.'],
])('what is wrong with %s is told with its path', async (name, content, message) => {
  const path = await written(name, content);
  await expect(readCsv(path)).rejects.toThrow(`${path}: ${message}`);
});

test('a file that is not there is named', async () => {
  const path = join(folder, 'nowhere.csv');
  await expect(readCsv(path)).rejects.toThrow(`There is no file ${path}.`);
});

test('wrong options are told before the file is looked for', async () => {
  await expect(readCsv('nowhere.csv', { classes: [3] })).rejects.toThrow('There must be 2 to 256 classes');
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import files from '../../test/numpy-files.json';
import { npzDataset } from '../npz-dataset.ts';
import { readNpz } from './read-npz.ts';

const ARCHIVE = Buffer.from(files.npz.savez_compressed, 'base64');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hqnn-npz-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('an archive is read as its bytes are', async () => {
  const path = join(folder, 'mnist.npz');
  await writeFile(path, ARCHIVE);
  expect(await readNpz(path, { digits: [3, 6] })).toEqual(npzDataset(ARCHIVE, { digits: [3, 6] }));
});

test('an error names the path', async () => {
  const path = join(folder, 'damaged.npz');
  await writeFile(path, ARCHIVE.subarray(0, 300));
  await expect(readNpz(path)).rejects.toThrow(`${path}: This .npz file could not be unpacked`);
  await expect(readNpz(join(folder, 'nowhere'))).rejects.toThrow(`There is no file ${join(folder, 'nowhere')}.`);
});

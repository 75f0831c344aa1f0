import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDigitImage } from './read-digit-image.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hqnn-digit-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a file is read as its bytes are', async () => {
  const data = Uint8Array.from({ length: 784 }, (_, k) => (k % 28 === 14 ? 200 : 0));
  const path = join(folder, 'one.png');
  await writeFile(path, encode({ width: 28, height: 28, data, channels: 1 }));
  expect(await readDigitImage(path)).toEqual(Float32Array.from(data, (value) => value / 255));
});

test('what cannot be read is an error that names the path', async () => {
  const [nowhere, note, huge] = ['nowhere.png', 'note.png', 'huge.png'].map((name) => join(folder, name));
  await writeFile(note, 'not a picture');
  const file = await open(huge, 'w');
  await file.truncate(65e6);
  await file.close();
  await expect(readDigitImage(nowhere)).rejects.toThrow(`There is no picture ${nowhere}. Give a PNG or JPEG file.`);
  await expect(readDigitImage(folder)).rejects.toThrow(`${folder} is a folder. Give a PNG or JPEG file.`);
  await expect(readDigitImage(note)).rejects.toThrow(
    `${note} cannot be read as a digit: This is neither PNG nor JPEG, by its first bytes.`,
  );
  await expect(readDigitImage(huge)).rejects.toThrow(`${huge} has 65000000 bytes, but at most 64 million are read.`);
});

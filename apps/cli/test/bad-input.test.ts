import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { hqnn } from './hqnn.ts';

const folder = mkdtempSync(join(tmpdir(), 'hqnn-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** IDX files of images with one row of two pixels. */
function idx(
  name: string,
  { labels, bytes = labels.length * 2 }: { labels: readonly number[]; bytes?: number },
): string {
  mkdirSync(join(folder, name));
  const header = (...numbers: number[]) =>
    Buffer.from(numbers.flatMap((n) => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]));
  writeFileSync(
    join(folder, name, 'train-labels-idx1-ubyte.gz'),
    gzipSync(Buffer.concat([header(2049, labels.length), Buffer.from(labels)])),
  );
  writeFileSync(
    join(folder, name, 'train-images-idx3-ubyte'),
    Buffer.concat([header(2051, labels.length, 1, 2), Buffer.alloc(bytes, 9)]),
  );
  return name;
}

mkdirSync(join(folder, 'taken'));
writeFileSync(join(folder, 'taken', 'letter.txt'), 'do not lose me');
mkdirSync(join(folder, 'empty'));
mkdirSync(join(folder, 'broken'));
writeFileSync(join(folder, 'broken', 'config.json'), '{ "version": 1,');
mkdirSync(join(folder, 'nulls'));
writeFileSync(join(folder, 'nulls', 'config.json'), 'null');
writeFileSync(join(folder, 'nulls', 'summary.json'), 'null');
mkdirSync(join(folder, 'damaged'));
writeFileSync(join(folder, 'damaged', 'config.json'), '{ "version": 1, "preset": "base", "seed": "none" }');
writeFileSync(join(folder, 'note.png'), 'not a picture');
idx('short', { labels: [3, 6, 3, 6], bytes: 5 });
idx('blank', { labels: [3, 6] });

const CASES: readonly (readonly [args: string, words: string])[] = [
  ['train --digits 3,12', 'It takes a whole number from 0 to 9, but was given 12.'],
  ['train --digits 3,3', 'Digit 3 was asked for twice.'],
  ['train --digits 3', 'at least two'],
  ['train --digits three,six', 'It takes a whole number from 0 to 9, but was given three.'],
  ['train --features 40', 'Take 10 layers or more, or fewer features.'],
  ['train --qubits 0', 'It takes a whole number from 1 to 28, but was given 0.'],
  ['train --qubits 29', 'It takes a whole number from 1 to 28, but was given 29.'],
  ['train --layers 1000000', 'from 1 to 1000, but was given 1000000.'],
  ['train --seed 99999999999999999999', 'from 0 to 9007199254740991'],
  ['train --out=', 'It takes a name, but was given nothing.'],
  ['train --data=', 'It takes a name, but was given nothing.'],
  ['train --out note.png/run', 'note.png/run cannot be made (ENOTDIR'],
  ['train --lr -1', 'It takes a number above 0, but was given -1.'],
  ['train --preset bset', 'Allowed choices are lite, base, blocks.'],
  [
    'train --gradient backprop',
    'Allowed choices are parameter-shift, adjoint, finite-difference, spsa, parameter-shift-batch.',
  ],
  ['train --precision half', 'Allowed choices are single, double.'],
  ['train --threads 0', 'It takes a whole number from 1 to 256, but was given 0.'],
  ['train --threads all', 'It takes a whole number from 1 to 256, but was given all.'],
  ['train --digit 3,6', "unknown option '--digit'\n(Did you mean --digits?)"],
  ['train --out taken', 'taken exists already, and a run never writes over another.'],
  ['train --data nowhere', 'There is no folder nowhere to read IDX files from.'],
  ['train --data empty', 'a file named train-images-idx3-ubyte, or the same with .gz.'],
  ['train --data short', 'bytes'],
  ['train --data blank', 'too few samples'],
  ['train --images 5:2', 'the first below the second'],
  ['train --images 0:100', '--data mnist has none'],
  ['evaluate nowhere', 'There is no folder nowhere. hqnn train makes one and says where.'],
  ['evaluate empty', 'empty is not a run folder: it has no config.json.'],
  ['evaluate broken', 'config.json is not JSON'],
  ['draw damaged', 'config.json is damaged: seed is wrong'],
  ['evaluate nulls', 'config.json is damaged: all of it is wrong'],
  ['predict broken 1', 'config.json is not JSON'],
  ['draw --layers 1', '16 features do not fit 1 layers of 4 qubits'],
  ['draw taken --layers 2', 'a run has its own circuit, so --layers cannot change it.'],
  ['data fetch --set cifar', 'Allowed choices are mnist, fashion-mnist, kmnist.'],
  ['data fetch --to=', 'It takes a name, but was given nothing.'],
  ['data fetch --mirror ftp://example.org', 'It takes an address, as https://example.org/mnist/, but was given ftp'],
  ['dance', "unknown command 'dance'"],
];

test.each(CASES)('hqnn %s is refused with 2 and one paragraph', async (args, words) => {
  const before = readdirSync(folder);
  const { code, stdout, stderr } = await hqnn(folder, args.split(' '));
  expect(stderr).toContain(words);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
  expect(stderr.trim().split('\n\n')).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(before);
  expect(existsSync(join(folder, 'taken', 'letter.txt'))).toBe(true);
});

test('help and version go to stdout and end with 0', async () => {
  const [help, version] = [await hqnn(folder, ['train', '--help']), await hqnn(folder, ['--version'])];
  expect([help.code, version.code]).toEqual([0, 0]);
  expect(help.stdout).toContain('--digits <list>');
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+/);
});

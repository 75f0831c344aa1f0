import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hqnn } from './hqnn.ts';

const folder = mkdtempSync(join(tmpdir(), 'hqnn-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('data info counts the images of each digit', async () => {
  const { code, stdout } = await hqnn(folder, ['data', 'info', '--digits', '3,6', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    source: 'mnist',
    digits: [3, 6],
    parts: [
      {
        part: 'train',
        n: 2046,
        shape: [28, 28],
        counts: [1032, 1014],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ],
  });
});

test('data info is of all digits, and for people, unless asked otherwise', async () => {
  const { code, stdout } = await hqnn(folder, ['data', 'info']);
  expect(code).toBe(0);
  expect(stdout).toContain('train    10000 images of 28 × 28 pixels');
  expect(stdout).toContain('5      863     8.63 %');
});

test('data audit looks at the parts that train would have', async () => {
  const { code, stdout, stderr } = await hqnn(folder, ['data', 'audit', '--preset', 'blocks', '--seed', '3', '--json']);
  expect([code, stderr]).toEqual([0, '']);
  const found = JSON.parse(stdout);
  expect(found).toMatchObject({ schema: 1, source: 'mnist', digits: [3, 6], preset: 'blocks', features: 16, seed: 3 });
  expect(found.balance.map(({ samples }: { samples: number }) => samples)).toEqual([1534, 103, 409]);
  expect(found.steps.map(({ step }: { step: string | null }) => step)).toEqual([
    null,
    'binarize',
    'averagePool',
    'screen',
    'zScore',
  ]);
  // DESIGN.md, section 5: the package has no image twice.
  for (const { equal, near } of found.duplicates.repeats) expect([equal.samples, near.samples]).toEqual([0, 0]);
  expect(Object.keys(found.digests)).toEqual(['train', 'validation', 'test']);
});

test.each([
  ['data audit --features 784', 'at most'],
  ['data audit --images 0:100', '--data mnist has none'],
  ['data info --data nowhere', 'There is no folder nowhere to read IDX files from.'],
])('hqnn %s is refused with 2', async (args, words) => {
  const { code, stdout, stderr } = await hqnn(folder, args.split(' '));
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
});

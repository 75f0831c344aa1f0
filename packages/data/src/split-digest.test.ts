import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { kFold } from './k-fold.ts';
import { split } from './split.ts';
import { splitDigest } from './split-digest.ts';

const LABELS = Array.from({ length: 60 }, (_, k) => k % 2);

test('the digest is SHA-256 of the names and rows as text, in whatever order they are given', async () => {
  const parts = { validation: Uint32Array.of(2), train: Uint32Array.of(0, 1, 4), test: Uint32Array.of(3) };
  const text = 'test:3\ntrain:0,1,4\nvalidation:2\n';
  expect(await splitDigest(parts)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('splits and folds have a digest each, and one row more or less makes another', async () => {
  const parts = split(LABELS, { seed: 1 });
  const digests = [parts, split(LABELS, { seed: 2 }), { ...parts, test: parts.test.subarray(1) }];
  const all = await Promise.all(
    [...digests, ...kFold(LABELS, { folds: 3, seed: 1 })].map((each) => splitDigest({ ...each })),
  );
  expect(new Set(all).size).toBe(6);
});

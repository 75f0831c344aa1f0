import { expect, test } from 'vitest';
import { NINE } from '../test/nine-samples.ts';
import { digest, digestOf } from './digest.ts';

test('the digest of abc is the one of FIPS 180-2', async () => {
  expect(await digest(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('the digest of a dataset depends on every feature and every label, not on where they lie in memory', async () => {
  const shifted = new Float32Array(50).subarray(5);
  shifted.set(NINE.features);
  expect(await digestOf({ ...NINE, features: shifted })).toBe(await digestOf(NINE));
  expect(await digestOf({ ...NINE, features: NINE.features.with(44, 0.1) })).not.toBe(await digestOf(NINE));
  expect(await digestOf({ ...NINE, labels: NINE.labels.with(8, 0) })).not.toBe(await digestOf(NINE));
});

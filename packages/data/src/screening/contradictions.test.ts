import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictions } from './contradictions.ts';

const dataset = (...pairs: readonly (readonly [value: number, label: number])[]) => ({
  features: Float32Array.from(pairs, ([value]) => value),
  labels: Uint8Array.from(pairs, ([, label]) => label),
  width: 1,
});

test('patterns are counted, and what no classifier can have right', () => {
  const data = dataset([0, 0], [0, 1], [-0, 0], [1, 1], [1, 1], [2, 0], [3, 1], [3, 2], [3, 0], [3, 2]);
  expect(contradictions(data)).toEqual({
    samples: 10,
    patterns: 4,
    contradictoryPatterns: 2,
    contradictorySamples: 7,
    share: 0.7,
    // 2 of the three zeros, both ones, the two, 2 of the four threes
    ceiling: 0.7,
  });
});

const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { minLength: 1, maxLength: 40 });

test('the ceiling is what the best table of answers reaches', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const right = [0, 1, 2, 3, 4].map((value) =>
        Math.max(...[0, 1, 2].map((label) => given.filter(([v, l]) => v === value && l === label).length)),
      );
      const { ceiling, share } = contradictions(dataset(...given));
      expect(ceiling).toBeCloseTo(right.reduce((sum, count) => sum + count, 0) / given.length, 12);
      expect(ceiling).toBeGreaterThanOrEqual(1 - share);
    }),
    { seed: 1 },
  );
});

test('of no samples there is nothing to say', () => {
  expect(() => contradictions(dataset())).toThrow('Contradictions are looked for between samples, but there are none.');
});

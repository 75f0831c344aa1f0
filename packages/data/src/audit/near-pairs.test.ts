import { expect, test } from 'vitest';
import type { Dataset } from '../dataset.ts';
import { random } from '../random.ts';
import { nearPairs } from './near-pairs.ts';

/** Samples in some clusters, so many numbers wide, of which only `rank` combinations vary. */
function clusters(samples: number, width: number, rank: number, offset = 0): Dataset {
  const { normal, below } = random(1, 'clusters', width, rank);
  const axes = Array.from({ length: rank }, () => Float64Array.from({ length: width }, normal));
  const centres = Array.from({ length: 5 }, () => axes.map(normal));
  const features = Float32Array.from(
    Array.from({ length: samples }, () => {
      const weights = centres[below(5)].map((weight) => weight + 0.1 * normal());
      return Array.from({ length: width }, (_, j) => axes.reduce((sum, axis, k) => sum + weights[k] * axis[j], offset));
    }).flat(),
  );
  return { features, labels: new Uint8Array(samples), width };
}

/** Every pair, looked at one by one. */
function obvious({ features, width }: Dataset, rows: readonly number[], radius: number): readonly string[] {
  const pairs: string[] = [];
  for (let one = 0; one < rows.length; one++)
    for (let other = one + 1; other < rows.length; other++) {
      let square = 0;
      for (let k = 0; k < width; k++)
        square += (features[rows[one] * width + k] - features[rows[other] * width + k]) ** 2;
      if (Math.sqrt(square) <= radius) pairs.push(`${one} ${other}`);
    }
  return pairs;
}

function found(data: Dataset, rows: readonly number[], radius: number): readonly string[] {
  const pairs: string[] = [];
  nearPairs(data, rows, { radius }, (one, other) => pairs.push(`${Math.min(one, other)} ${Math.max(one, other)}`));
  return pairs;
}

test.each([
  { name: 'more numbers than samples', rank: 300, data: clusters(40, 300, 300) },
  { name: 'fewer numbers than axes', rank: 3, data: clusters(200, 3, 3) },
  { name: 'a single number', rank: 1, data: clusters(100, 1, 1) },
  { name: 'few directions in a wide space', rank: 2, data: clusters(150, 400, 2) },
  { name: 'more samples than axes are learned from', rank: 12, data: clusters(1300, 12, 12) },
  { name: 'numbers far from 0', rank: 20, data: clusters(200, 20, 20, 1000) },
])('with $name it finds every near pair, once', ({ data, rank }) => {
  const rows = [...data.labels.keys()].filter((row) => row % 7 !== 3);
  // Two samples of a cluster are some 0.14 apart in this unit.
  const unit = Math.sqrt(data.width * rank);
  for (const radius of [0.1 * unit, 0.14 * unit]) {
    const pairs = obvious(data, rows, radius);
    expect(pairs.length).toBeLessThan((rows.length * (rows.length - 1)) / 2);
    expect(found(data, rows, radius).toSorted()).toEqual(pairs.toSorted());
  }
  expect(obvious(data, rows, 0.14 * unit).length).toBeGreaterThan(0);
});

test('it tells whether the budget ended the search', () => {
  const data = clusters(100, 10, 10);
  const rows = [...data.labels.keys()];
  const search = (budget: number) => nearPairs(data, rows, { radius: 1, budget }, () => {});
  expect([search(1e9), search(100)]).toEqual([true, false]);
});

test('one sample is near no other', () => {
  expect(nearPairs(clusters(1, 4, 4), [0], { radius: 1 }, () => expect.unreachable())).toBe(true);
});

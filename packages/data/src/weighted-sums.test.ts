import { expect, test } from 'vitest';
import { crossed, weightedSums } from './weighted-sums.ts';

const share = (pixel: number, share: number) => ({ pixel, share });

test('each sum takes its own numbers of each sample', () => {
  const sums = weightedSums([[share(0, 1), share(2, -2)], [], [share(1, 0.5)]], 3);
  expect([...sums(Float32Array.of(1, 2, 3, 4, 5, 6))]).toEqual([-5, 0, 1, -8, 0, 2.5]);
  expect(sums(new Float32Array())).toHaveLength(0);
});

test('crossed shares are products, and name pixels of the grid', () => {
  const down = [[share(0, 0.5), share(2, 0.5)]];
  const across = [[share(1, 1)], [share(0, 0.25), share(1, 0.75)]];
  expect(crossed(down, across, 2)).toEqual([
    [share(1, 0.5), share(5, 0.5)],
    [share(0, 0.125), share(1, 0.375), share(4, 0.125), share(5, 0.375)],
  ]);
});

import { expect, test } from 'vitest';
import { otsu } from './otsu.ts';
import { random } from './random.ts';

const level = (k: number, s: number) => (37 * k * k + 11 * k * s) % 256;

// skimage.filters.threshold_otsu, scikit-image 0.26
test.each([
  { name: 'noise', levels: Array.from({ length: 64 }, (_, k) => level(k, 1)), threshold: 134 },
  { name: 'other noise', levels: Array.from({ length: 64 }, (_, k) => level(k, 2)), threshold: 104 },
  { name: 'more noise', levels: Array.from({ length: 64 }, (_, k) => level(k, 3)), threshold: 132 },
  { name: 'two levels', levels: Array.from({ length: 64 }, (_, k) => (k < 32 ? 10 : 200)), threshold: 10 },
  { name: 'three levels', levels: Array.from({ length: 63 }, (_, k) => 10 + 10 * (k % 3)), threshold: 10 },
  {
    name: 'a few bright pixels',
    levels: Array.from({ length: 64 }, (_, k) => (k < 60 ? (k * k) % 97 : 190 + k)),
    threshold: 96,
  },
])('the threshold of $name is that of scikit-image, $threshold', ({ levels, threshold }) => {
  expect(otsu(Uint8Array.from(levels))).toBe(threshold);
});

/** The definition: the least sum of squares within the two groups. */
function byDefinition(levels: Uint8Array): number {
  const squares = (group: Uint8Array) => {
    const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
    return group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };
  const thresholds = [...new Set(levels)].sort((a, b) => a - b).slice(0, -1);
  const within = thresholds.map((t) => squares(levels.filter((v) => v <= t)) + squares(levels.filter((v) => v > t)));
  return thresholds[within.indexOf(Math.min(...within))];
}

test('no other threshold leaves less variance within the two groups', () => {
  const { below } = random(1, 'otsu');
  for (let trial = 0; trial < 50; trial++) {
    const levels = Uint8Array.from({ length: 49 }, () => below(256));
    expect(otsu(levels)).toBe(byDefinition(levels));
  }
});

test('an even image has threshold 0', () => expect(otsu(new Uint8Array(9).fill(7))).toBe(0));

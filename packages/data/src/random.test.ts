import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from './random.ts';

const DRAWS = 100_000;
/** Four standard errors of a mean over so many draws of variance 1. */
const FOUR_SIGMA = 4 / Math.sqrt(DRAWS);

const draws = (draw: () => number, count = DRAWS) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const moment = (values: readonly number[], power: number) => mean(values.map((value) => value ** power));

test('the same seed and labels give the same stream', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.array(fc.oneof(fc.string(), fc.integer())), (seed, labels) => {
      expect(draws(random(seed, ...labels).uniform, 5)).toEqual(draws(random(seed, ...labels).uniform, 5));
    }),
    { seed: 1 },
  );
});

test('another seed or another label gives another stream', () => {
  const streams = [
    random(1),
    random(2),
    random(2 ** 32 + 1),
    random(1, 1),
    random(1, '1'),
    random(1, 'a', 'b'),
    random(1, 'ab'),
    random(1, 'b', 'a'),
    ...Array.from({ length: 1000 }, (_, epoch) => random(1, 'epoch', epoch)),
  ];
  expect(new Set(streams.map(({ uniform }) => uniform())).size).toBe(streams.length);
});

test('the first draws of neighbouring labels do not know of each other', () => {
  const first = Array.from({ length: 10_000 }, (_, label) => 2 * random(7, label).uniform() - 1);
  const products = first.slice(1).map((value, k) => 3 * value * first[k]);
  expect(Math.abs(mean(products))).toBeLessThan(0.04);
  expect(Math.abs(mean(first) * Math.sqrt(3))).toBeLessThan(0.04);
});

test('uniform numbers lie in [0, 1) with mean 1/2 and variance 1/12', () => {
  const values = draws(random(3, 'uniform').uniform);
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(FOUR_SIGMA);
  expect(Math.abs(moment(values, 2) - 1 / 3)).toBeLessThan(FOUR_SIGMA);
});

test('normal numbers have the moments 0, 1, 0 and 3', () => {
  const values = draws(random(3, 'normal').normal);
  expect(Math.abs(mean(values))).toBeLessThan(FOUR_SIGMA);
  expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(FOUR_SIGMA * Math.sqrt(2));
  expect(Math.abs(moment(values, 3))).toBeLessThan(FOUR_SIGMA * Math.sqrt(15));
  expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(FOUR_SIGMA * Math.sqrt(96));
});

test('below(n) gives each of 0 … n − 1 equally often', () => {
  const { below } = random(3, 'below');
  const counts = new Array(7).fill(0);
  for (const value of draws(() => below(7))) counts[value]++;
  for (const count of counts) expect(Math.abs(count - DRAWS / 7)).toBeLessThan(4 * Math.sqrt(DRAWS / 7));
});

test('shuffled keeps every item, and brings each to each place equally often', () => {
  const { shuffled } = random(3, 'shuffled');
  const items = ['a', 'b', 'c', 'd'];
  const firsts = Array.from({ length: 8000 }, () => shuffled(items)).map((order) => {
    expect([...order].sort()).toEqual(items);
    return order[0];
  });
  for (const item of items)
    expect(Math.abs(firsts.filter((first) => first === item).length - 2000)).toBeLessThan(4 * Math.sqrt(1500));
});

test.each([-1, 1.5, Number.NaN, 2 ** 53])('the seed %d is refused', (seed) => {
  expect(() => random(seed)).toThrow(`A seed must be a whole number from 0 to 9007199254740991, but is ${seed}.`);
});

test('below takes a whole number', () => {
  expect(() => random(1).below(0)).toThrow('below(n) takes a whole number, 1 or more, but was given 0.');
});

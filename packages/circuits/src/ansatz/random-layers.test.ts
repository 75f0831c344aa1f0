import { expect, test } from 'vitest';
import { randomLayers } from './random-layers.ts';

const options = { layers: 20, rotations: 50, seed: 7 };

test('the same seed is the same circuit, and another is not', () => {
  expect(JSON.stringify(randomLayers(4, options))).toBe(JSON.stringify(randomLayers(4, options)));
  expect(JSON.stringify(randomLayers(4, { ...options, seed: 8 }))).not.toBe(JSON.stringify(randomLayers(4, options)));
});

test('rotations are as many as asked for, each axis and each qubit alike, and CNOTs the share asked for', () => {
  const { ops } = randomLayers(4, options);
  const turns = ops.filter((op) => 'angle' in op);
  expect(turns).toHaveLength(1000);
  // Five standard deviations of a binomial count.
  const alike = (count: number, of: number, share: number) =>
    expect(Math.abs(count - of * share)).toBeLessThan(5 * Math.sqrt(of * share * (1 - share)));
  for (const name of ['rx', 'ry', 'rz']) alike(turns.filter(({ gate }) => gate.name === name).length, 1000, 1 / 3);
  for (let q = 0; q < 4; q++) alike(turns.filter(({ targets }) => targets[0] === q).length, 1000, 1 / 4);
  alike(ops.length - 1000, ops.length, 0.3);
  const pairs = ops.filter(({ gate }) => gate.name === 'x').map(({ controls, targets }) => `${controls},${targets}`);
  expect(new Set(pairs).size).toBe(12);
});

test('no CNOTs at ratio 0 or on one qubit', () => {
  for (const { ops } of [randomLayers(4, { ratio: 0 }), randomLayers(1, { ratio: 0.9 })])
    expect(ops.every((op) => 'angle' in op)).toBe(true);
});

test('what cannot be drawn by is refused', () => {
  for (const seed of [-1, 1.5, Number.NaN])
    expect(() => randomLayers(2, { seed })).toThrow(`randomLayers was given the seed ${seed}.`);
  for (const ratio of [-0.1, 1, Number.NaN])
    expect(() => randomLayers(2, { ratio })).toThrow(`randomLayers was given the ratio ${ratio}.`);
  expect(() => randomLayers(2, { rotations: 0 })).toThrow('randomLayers was given 0 rotations.');
});

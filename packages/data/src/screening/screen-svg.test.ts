import { describe, expect, test } from 'vitest';
import { SIX } from '../../test/six-features.ts';
import { pipeline } from '../pipeline.ts';
import { averagePool } from '../steps/average-pool.ts';
import { screen } from '../steps/screen.ts';
import { screenSvg } from './screen-svg.ts';

const IMAGES = { ...SIX, shape: [2, 3] as const };
const titles = (svg: string) => [...svg.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
const places = (svg: string) =>
  [...svg.matchAll(/<\/title><rect x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('of an image', () => {
  const drawn = screenSvg(screen({ keep: 3, redundancy: 'mrmr' })(IMAGES), { shape: [2, 3] });

  test('every cell says what it is', () => {
    expect(titles(drawn)).toHaveLength(6);
    expect(titles(drawn)[5]).toMatch(/^pixel 1,2: kept, F [\d.]+, p [\d.e-]+$/);
    expect(titles(drawn)[1]).toMatch(/^pixel 0,1: redundant, F .*, doubles pixel 1,0, r 0\.9\d$/);
  });

  test('cells stand in their rows and columns', () => {
    const [first, ...others] = places(drawn);
    const steps = others.map(([x, y]) => [x - first[0], y - first[1]]);
    const side = steps[0][0];
    expect(steps).toEqual([
      [side, 0],
      [2 * side, 0],
      [0, side],
      [side, side],
      [2 * side, side],
    ]);
  });

  test('the greatest score is the darkest', () => {
    const shades = [...drawn.matchAll(/<\/title><rect [^>]*fill-opacity="([\d.]+)"/g)].map(([, shade]) =>
      Number(shade),
    );
    expect(shades.indexOf(Math.max(...shades))).toBe(5);
    expect(Math.max(...shades)).toBe(0.9);
  });

  test('the frames of kept cells and the legend agree', () => {
    expect(drawn.match(/stroke="#f59e0b"/g)).toHaveLength(3 + 1);
    expect(drawn).toContain('>redundant</text>');
    expect(drawn).not.toContain('>constant</text>');
  });
});

test('the grid is that of the image that reaches the screen, and 16 to a row where there is none', () => {
  const pooled = pipeline(averagePool({ rows: 2, columns: 1 }), screen({ keep: 1, statistic: 'variance' }))(IMAGES);
  expect(titles(screenSvg(pooled))[1]).toMatch(/^cell 1,0: /);
  expect(new Set(places(screenSvg(pooled)).map(([x]) => x)).size).toBe(1);
  const wide = { features: SIX.features.slice(0, 40 * 12), labels: SIX.labels.slice(0, 20), width: 24 };
  const rows = places(screenSvg(screen({ keep: 1, statistic: 'variance' })(wide)));
  expect(rows.filter(([, y]) => y === rows[0][1])).toHaveLength(16);
});

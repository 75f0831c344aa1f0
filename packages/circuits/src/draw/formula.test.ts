import { expect, test } from 'vitest';
import { type Angle, features, plus, times, vector } from '../angle.ts';
import { formula } from './formula.ts';
import { latexLabel } from './latex.ts';

const [x, scale, theta] = [features(12), vector('scale', 13), vector('theta', 1)];
const e = vector('e', 1);
const long = plus(times(-1.57, times(scale[12], x[11])), 0.785);

test.each<[Angle, string]>([
  [0.5, '0.5'],
  [-Math.PI, '-3.14'],
  [1e-7, '1 \\cdot 10^{-7}'],
  [-2.5e21, '-2.5 \\cdot 10^{21}'],
  [theta[0], '\\theta_{0}'],
  [times(-1, x[3]), '-x_{3}'],
  [long, '-1.57 \\cdot s_{12} \\cdot x_{11}+0.785'],
  [times(1e-9, e[0]), '1 \\cdot 10^{-9} \\cdot e_{0}'],
  [vector('w_2', 4)[3], '\\mathit{w\\_2}_{3}'],
])('angle %# is set as %s', (angle, latex) => {
  expect(latexLabel({ name: 'P', dagger: false, angle })).toBe(`P(${latex})`);
});

test('a formula is symbols with their indices, and the rest as it is written', () => {
  expect(formula(long)).toEqual([
    { text: '−1.57·' },
    { symbol: 's', index: '12' },
    { text: '·' },
    { symbol: 'x', index: '11' },
    { text: '+0.785' },
  ]);
});

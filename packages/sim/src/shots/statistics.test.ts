import { expect, test } from 'vitest';
import { pauliWord } from '../pauli.ts';
import type { Observable } from '../program.ts';
import { uniform } from '../uniform.ts';
import { settingsOf } from './settings-of.ts';
import { statisticsOf } from './statistics.ts';

const TOLERANCE = 12;

/** 0.5 + Z₀ − 2 Z₀Z₂, and Z₁: one setting measures all. */
const OBSERVABLES: readonly Observable[] = [
  {
    terms: [
      { coefficient: 0.5, word: pauliWord('', []) },
      { coefficient: 1, word: pauliWord('Z', [0]) },
      { coefficient: -2, word: pauliWord('ZZ', [0, 2]) },
    ],
  },
  { terms: [{ coefficient: 1, word: pauliWord('Z', [1]) }] },
];

const sign = (outcome: number, qubit: number) => 1 - 2 * ((outcome >> qubit) & 1);
const VALUES: readonly ((outcome: number) => number)[] = [
  (outcome) => 0.5 + sign(outcome, 0) - 2 * sign(outcome, 0) * sign(outcome, 2),
  (outcome) => sign(outcome, 1),
];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Few outcomes have counters and a table of values; of more, those that came are counted, and of many more in a map.
test.each([
  [3, 100],
  [3, 2],
  [12, 100],
  [20, 100],
])('on %i qubits, %i shots have the means and covariances of the textbook', (qubits, shots) => {
  const draw = uniform(7, shots);
  const outcomes = Uint32Array.from({ length: shots }, () => Math.floor(8 * draw() ** 2) ^ (2 ** (qubits - 1)));
  const program = { qubits, features: 0, weights: 0, slots: [], instructions: [], observables: OBSERVABLES };
  const { means, covariance } = statisticsOf(OBSERVABLES, settingsOf(program), [outcomes]);
  const values = VALUES.map((value) => [...outcomes].map((outcome) => value(outcome)));
  for (const one of [0, 1]) {
    expect(means[one]).toBeCloseTo(mean(values[one]), TOLERANCE);
    for (const other of [0, 1]) {
      const products = values[one].map((a, k) => (a - mean(values[one])) * (values[other][k] - mean(values[other])));
      const ofMeans = products.reduce((sum, product) => sum + product, 0) / (shots - 1) / shots;
      expect(covariance(one, other)).toBeCloseTo(ofMeans, TOLERANCE);
    }
  }
});

import { frequenciesOf, gapsOf, uniform } from '@hqnn/sim';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pennylane } from '../../../tooling/oracles/pennylane.ts';
import { type ShiftRule, sharedRules, shiftRule } from './shift-rule.ts';

const TOLERANCE = 1e-12;

const given = pennylane.shift_rules;

type Given = (typeof given)[number];

/** How far a rule is from the derivative, at any angle, of every cosine and sine that it is for. */
function error(rule: ShiftRule, { frequencies, order }: Pick<Given, 'frequencies' | 'order'>): number {
  const misses = [0.3, 1.7].flatMap((alpha) =>
    frequencies.flatMap((frequency) =>
      [0, Math.PI / 2].map((phase) => {
        const f = (at: number) => Math.cos(frequency * at + phase);
        const exact = frequency ** order * Math.cos(frequency * alpha + phase + (order * Math.PI) / 2);
        return Math.abs(rule.reduce((sum, { coefficient, shift }) => sum + coefficient * f(alpha + shift), -exact));
      }),
    ),
  );
  return Math.max(...misses, Math.abs(rule.reduce((sum, { coefficient }) => sum + coefficient, 0)));
}

const theirs = ({ rule }: Given): ShiftRule => rule.map(([coefficient, shift]) => ({ coefficient, shift }));

/** Sorted, and with the shifts of second-order rules rounded to the ten digits that the reference holds. */
const listed = (rule: ShiftRule, order: number) =>
  rule
    .map(({ coefficient, shift }) => [order === 1 ? shift : Number(shift.toFixed(10)), coefficient])
    .sort(([one], [other]) => one - other);

describe('the 14 rules of the reference', () => {
  const exact = given.filter((one) => error(theirs(one), one) < 1e-8);

  test('all but two obey their definition; those for the frequencies 1 and 3 differentiate neither', () => {
    expect(given).toHaveLength(14);
    const wrong = given.filter((one) => !exact.includes(one));
    expect(wrong.map(({ frequencies }) => frequencies)).toEqual([
      [1, 3],
      [1, 3],
    ]);
    for (const one of wrong) expect(error(theirs(one), one)).toBeGreaterThan(1);
  });

  test.each(exact)('order $order for $frequencies is ours', (one) => {
    const [ours, reference] = [
      listed(shiftRule(one.frequencies, one.order), one.order),
      listed(theirs(one), one.order),
    ];
    expect(ours).toHaveLength(reference.length);
    ours.flat().forEach((value, k) => expect(Math.abs(value - reference.flat()[k])).toBeLessThan(TOLERANCE));
  });

  test.each(given)('order $order for $frequencies obeys its definition, with as many terms', (one) => {
    const rule = shiftRule(one.frequencies, one.order);
    expect(error(rule, one)).toBeLessThan(10 * TOLERANCE);
    expect(rule.length).toBeLessThanOrEqual(2 * one.frequencies.length + (one.order - 1));
  });
});

test('a rule is exact for any frequencies that are apart', () => {
  const frequencies = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      frequencies,
      fc.constantFrom(0.5, 1, 2),
      fc.constantFrom(1 as const, 2 as const),
      (whole, unit, order) => {
        const all = whole.map((frequency) => frequency * unit);
        expect(error(shiftRule(all, order), { frequencies: all, order })).toBeLessThan(1e-8);
      },
    ),
    { seed: 2 },
  );
});

describe('a generator of any known spectrum', () => {
  /** ⟨ψ|e^{iαG} O e^{−iαG}|ψ⟩ = Σ Re(c_{jk} e^{iα(λⱼ − λₖ)}) in the eigenbasis of G, with random c. */
  function swinging(spectrum: readonly number[], seed: number) {
    const draw = uniform(seed, 0);
    const pairs = spectrum.flatMap((a) => spectrum.map((b) => ({ gap: a - b, re: draw() - 0.5, im: draw() - 0.5 })));
    return (alpha: number, order: number) =>
      pairs.reduce((sum, { gap, re, im }) => {
        const turn = alpha * gap + (order * Math.PI) / 2;
        return sum + gap ** order * (re * Math.cos(turn) - im * Math.sin(turn));
      }, 0);
  }

  const spectra = [
    [-1 / 2, 1 / 2],
    [0, 1, 1, 3],
    [-1, -1 / 2, 0, 1 / 2, 1],
    [0.3, 1.1, 2.6],
    [-0.7, 0, Math.SQRT2],
    [1 / 3, 2 / 3, 1 / 3 + 1],
  ];

  test.each(spectra.map((spectrum) => ({ spectrum })))('$spectrum has rules for both derivatives', ({ spectrum }) => {
    const frequencies = gapsOf(spectrum);
    const shared = sharedRules(frequencies);
    for (let seed = 0; seed < 5; seed++) {
      const f = swinging(spectrum, seed);
      const by = (rule: ShiftRule) =>
        rule.reduce((sum, { coefficient, shift }) => sum + coefficient * f(0.4 + shift, 0), 0);
      for (const rule of [shiftRule(frequencies), shared.first]) expect(by(rule)).toBeCloseTo(f(0.4, 1), 9);
      for (const rule of [shiftRule(frequencies, 2), shared.second]) expect(by(rule)).toBeCloseTo(f(0.4, 2), 9);
    }
  });

  test('gaps are told apart by more than rounding: 1/3 and 2/3 − 1/3 are one', () => {
    expect(gapsOf([0, 1 / 3, 2 / 3])).toHaveLength(2);
    expect(gapsOf([0.1 + 0.2, 0.3, 1.3])).toHaveLength(1);
    expect(gapsOf([2, 2])).toEqual([]);
    expect(() => gapsOf([])).toThrow('A spectrum was given as (). It is one finite eigenvalue or more.');
  });

  test('rules that share their points take one evaluation more than the first derivative alone', () => {
    for (const frequencies of [[1], [0.5, 1], [1, 2, 3], [1, 3], [0.3, 1.1, 2]]) {
      const { first, second } = sharedRules(frequencies);
      const points = new Set([...first, ...second].map(({ shift }) => shift));
      expect(points.size).toBe(first.length + 1);
      expect(error(second, { frequencies, order: 2 })).toBeLessThan(1e-9);
    }
  });
});

test('a rotation has two terms, four under a control, and a phase gate two even then', () => {
  const terms = (phase: number, controls: number) => shiftRule(frequenciesOf({ phase, controls })).length;
  expect([terms(0, 0), terms(0, 2), terms(0, 6), terms(-1 / 2, 0), terms(-1 / 2, 2)]).toEqual([2, 4, 4, 2, 2]);
});

test('frequencies that are no frequencies are refused', () => {
  expect(() => shiftRule([])).toThrow('It takes at least one, each above 0.');
  expect(() => shiftRule([1, -2])).toThrow('asked for the frequencies (1,-2)');
});

describe('frequencies that lie far apart', () => {
  const size = (rule: ShiftRule) => rule.reduce((sum, { coefficient }) => sum + Math.abs(coefficient), 0);

  /** No rule has Σ|c| below Ωᵏ, the derivative of a cosine of that frequency. */
  test.each([[[0.1, 7]], [[1, 100]], [[1, 1e4]], [[1, 30, 1000]]])(
    '%j have rules with hardly more than the least coefficients there can be',
    (frequencies) => {
      const largest = Math.max(...frequencies);
      const { first, second } = sharedRules(frequencies);
      for (const rule of [shiftRule(frequencies), first]) {
        expect(size(rule)).toBeLessThan(1.1 * largest);
        expect(error(rule, { frequencies, order: 1 })).toBeLessThan(1e-9 * largest);
      }
      for (const rule of [shiftRule(frequencies, 2), second])
        expect(error(rule, { frequencies, order: 2 })).toBeLessThan(1e-9 * largest ** 2);
      expect(size(shiftRule(frequencies, 2))).toBeLessThan(1.1 * largest ** 2);
    },
  );
});

test('frequencies that cannot be told apart have no rule, in words', () => {
  for (const rule of [shiftRule, sharedRules, (close: number[]) => shiftRule(close, 2)])
    expect(() => rule([0, 1, 2, 3].map((k) => 1 + k * Number.EPSILON))).toThrow(
      'No shift rule to nine digits was found for the frequencies (1,1.0000000000000002,',
    );
});

test('there are rules of order 1 and 2', () => {
  expect(() => shiftRule([1], 3 as 2)).toThrow(
    'A shift rule of order 3 was asked for. There are rules of order 1 and of order 2.',
  );
});

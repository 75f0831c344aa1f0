import {
  amplitudeEncoding,
  angleEncoding,
  circuit,
  features,
  h,
  hardwareEfficient,
  rx,
  rz,
  vector,
} from '@hqnn/circuits';
import { reference } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { entanglingCapability } from './entangling-capability.ts';
import { expressibility } from './expressibility.ts';

const theta = vector('theta', 2);
const ERRORS = 4;

test('a circuit that is idle has the logarithm of the bins, on one qubit', () => {
  // 4.30 in figure 1 of Sim, Johnson and Aspuru-Guzik.
  const { value, error, histogram } = expressibility(circuit(1, h(0), h(0)));
  expect(value).toBeCloseTo(Math.log(75), 12);
  expect(error).toBe(0);
  expect(histogram.drawn[74]).toBe(1);
});

test('RZ on |+⟩ has the divergence of cos² of a uniform angle', () => {
  // F = cos²(φ/2), so bin [a, b] has 2(asin √b − asin √a)/π of the fidelities.
  const bins = 75;
  const masses = Array.from({ length: bins }, (_, k) => {
    const [low, high] = [k / bins, (k + 1) / bins].map((edge) => (2 / Math.PI) * Math.asin(Math.sqrt(edge)));
    return high - low;
  });
  const exact = masses.reduce((sum, mass) => sum + mass * Math.log(mass * bins), 0);
  const { value, error, floor } = expressibility(circuit(1, h(0), rz(theta[0], 0)), { seed: 4 });
  expect(Math.abs(value - exact - floor)).toBeLessThan(ERRORS * error);
  // Circuit A of figure 1, 0.22, which was drawn as well.
  expect(Math.abs(value - 0.22)).toBeLessThan(ERRORS * Math.SQRT2 * error);
});

test('a second rotation makes it ten times as expressive', () => {
  // Circuit B of figure 1: 0.02.
  const { value, error } = expressibility(circuit(1, h(0), rz(theta[0], 0), rx(theta[1], 0)), { seed: 4 });
  expect(Math.abs(value - 0.02)).toBeLessThan(ERRORS * Math.SQRT2 * error + 0.005);
});

test('a deep circuit comes down to the floor of random states, which is 0.007 on one qubit', () => {
  const { value, error, floor } = expressibility(hardwareEfficient(4, { layers: 6 }), { seed: 1 });
  expect(Math.abs(value - floor)).toBeLessThan(ERRORS * error);
  expect(expressibility(circuit(1, h(0)), { samples: 5000 }).floor).toBeCloseTo(0.007, 3);
});

test('the histogram and the draws are the same for the same seed, on any simulator', () => {
  const u = hardwareEfficient(2);
  const one = expressibility(u, { samples: 200, seed: 9 });
  expect(expressibility(u, { samples: 200, seed: 9, simulator: reference() }).histogram).toEqual(one.histogram);
  expect(expressibility(u, { samples: 200, seed: 10 }).histogram).not.toEqual(one.histogram);
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
});

test('small angles reach less than all', () => {
  const small = { samples: 500, initialisation: { method: 'small-angle' } } as const;
  const u = hardwareEfficient(3, { layers: 2 });
  expect(expressibility(u, small).value).toBeGreaterThan(3);
  expect(entanglingCapability(u, small).value).toBeLessThan(entanglingCapability(u, { samples: 500 }).value / 10);
});

test('a circuit of features is looked at where they are', () => {
  const u = circuit(2, angleEncoding(features(2)), hardwareEfficient(2));
  expect(expressibility(u, { samples: 50, x: [0.2, 0.3] }).samples).toBe(50);
  expect(() => expressibility(u)).toThrow('The circuit depends on x, which was not given. It takes 2 numbers.');
  const amplitudes = circuit(2, amplitudeEncoding(4));
  expect(entanglingCapability(amplitudes, { samples: 5, x: [1, 0, 0, 1] }).value).toBeCloseTo(1, 12);
});

test('what cannot be drawn or sorted is refused', () => {
  const u = hardwareEfficient(2);
  expect(() => expressibility(u, { samples: 1 })).toThrow(
    'expressibility was given the samples 1. It is a whole number from 2.',
  );
  expect(() => expressibility(u, { bins: 0 })).toThrow('expressibility was given the bins 0.');
  expect(() => expressibility(u, { seed: -1 })).toThrow('expressibility was given the seed -1.');
  expect(() => expressibility(u, { pairs: 3 } as object)).toThrow(
    'expressibility was given pairs. It takes samples, bins',
  );
  expect(() => entanglingCapability(u, { bins: 3 } as object)).toThrow('entanglingCapability was given bins.');
  const noisy = { ...reference(), estimates: true } as const;
  expect(() => expressibility(u, { simulator: noisy })).toThrow(
    'expressibility was given the simulator reference, whose values are estimates.',
  );
});

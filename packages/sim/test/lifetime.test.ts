import { expect, test } from 'vitest';
import { type Program, pauliWord, type Shift } from '../src/index.ts';
import { randomRun } from '../src/testing.ts';
import { simulator } from '../src/wasm/simulator.ts';

test('10,000 steps of one program take no more memory than the first', () => {
  const { program, features, weights, cotangents } = randomRun(2, { rows: 32 });
  const fast = simulator({ threads: 1 });
  const step = (k: number) => {
    const theta = weights.map((weight) => weight + k * 1e-6);
    fast.run(program, features, theta);
    fast.pullBack(program, features, theta, cotangents);
    fast.runShifted(program, features, theta, [{ slot: 0, shift: 1 }]);
  };
  step(0);
  const bytes = fast.bytes();
  for (let k = 1; k < 10_000; k++) step(k);
  expect(fast.bytes()).toBe(bytes);
  fast.dispose();
});

test('thousands of programs and of sizes of batches one after another stay within a bound', () => {
  const fast = simulator({ threads: 1 });
  for (let k = 0; k < 2000; k++) {
    const { program, features, weights, cotangents } = randomRun(k, { qubits: 1 + (k % 9), rows: 1 + (k % 70) });
    fast.run(program, features, weights);
    fast.pullBack(program, features, weights, cotangents);
    if (k % 10 === 0) fast.state(program, features, weights);
  }
  expect(fast.bytes()).toBeLessThan(2 ** 27);
  fast.dispose();
});

test('shifts that change from call to call stay within a bound', () => {
  const { program, features, weights } = randomRun(1, { rows: 1 });
  const fast = simulator({ threads: 1 });
  const run = (shift: number) =>
    fast.runShifted(program, features, weights, new Array<Shift>(120).fill({ slot: 0, shift }));
  for (let k = 0; k < 40_000; k++) run(k * 1e-4);
  expect(fast.bytes()).toBeLessThan(80e6);
  fast.dispose();
});

test('two simulators side by side do not disturb each other', () => {
  const [one, other] = [simulator({ precision: 'single' }), simulator({ precision: 'double' })];
  const [a, b] = [randomRun(1), randomRun(3)];
  const alone = [one.run(a.program, a.features, a.weights), other.run(b.program, b.features, b.weights)];
  for (let k = 0; k < 20; k++) {
    expect(one.run(a.program, a.features, a.weights)).toEqual(alone[0]);
    expect(other.run(b.program, b.features, b.weights)).toEqual(alone[1]);
    one.run(b.program, b.features, b.weights);
    other.run(a.program, a.features, a.weights);
  }
  one.dispose();
  expect(other.run(b.program, b.features, b.weights)).toEqual(alone[1]);
  other.dispose();
});

test('angles and numbers that a precision cannot hold are refused, not answered with NaN', () => {
  const { program, features, weights, cotangents } = randomRun(2);
  const [single, double] = [simulator({ precision: 'single' }), simulator({ precision: 'double' })];
  const huge = features.map(() => 1e39);
  expect(() => single.run(program, huge, weights)).toThrow(
    'A result is no finite number: in single precision an angle',
  );
  expect(() => single.pullBack(program, huge, weights, cotangents, { features: false })).toThrow('no finite number');
  const turn: Program = {
    qubits: 1,
    features: 1,
    weights: 0,
    slots: [{ scale: 1, feature: 0, offset: 0 }],
    instructions: [{ kind: 'rotation', word: pauliWord('Y', [0]), phase: 0, controls: 0, slot: 0 }],
    observables: [{ terms: [{ coefficient: 1, word: pauliWord('Z', [0]) }] }],
  };
  expect(single.run(turn, [65536], [])[0]).toBeCloseTo(Math.cos(65536), 3);
  expect(() => single.run(turn, [1e6], [])).toThrow('in single precision an angle may be up to 200,000');
  expect(double.run(turn, [1e6], [])[0]).toBeCloseTo(Math.cos(1e6), 9);
  expect(() => double.run(turn, [1e16], [])).toThrow('in double precision an angle may be up to 2e12');
});

test.each(['single', 'double'] as const)(
  'in %s precision amplitudes of any norm between the limits are normalised',
  (precision) => {
    const { program } = randomRun(0);
    const start: Program = { ...program, initial: [0, 1], instructions: [], slots: [], weights: 0 };
    const fast = simulator({ precision });
    for (const norm of [1e-12, 1e-6, 1, 1e6, 1e15]) {
      const [a, b] = fast.state(start, [0.6 * norm, 0.8 * norm, 0, 0], []).filter((_, k) => k % 2 === 0);
      expect(a).toBeCloseTo(0.6, 6);
      expect(b).toBeCloseTo(0.8, 6);
    }
    expect(() => fast.run(start, [6e19, 8e19, 0, 0], [])).toThrow('norm 100000000000000000000. It may be up to');
  },
);

test('a state that does not fit is refused before any memory is asked for', () => {
  const program = { qubits: 30, features: 0, weights: 0, slots: [], instructions: [], observables: [] };
  const fast = simulator();
  expect(() => fast.run(program, [], [])).toThrow(/30 qubits in single precision would take .* MiB .* Take 28 qubits/);
  expect(fast.bytes()).toBeLessThan(2 ** 27);
  const double = simulator({ precision: 'double' });
  expect(() => double.run({ ...program, qubits: 28 }, [], [])).toThrow('Take 27 qubits or fewer.');
});

import type { Observable } from '@hqnn/sim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commute } from '../src/analysis/commute.ts';
import {
  type Circuit,
  circuit,
  compile,
  eachZ,
  expectation,
  inverse,
  lightCone,
  type Params,
  pauli,
  simplify,
  unitary,
} from '../src/index.ts';
import { overlap } from './overlap.ts';
import { paramsFor, randomCircuit } from './random-circuit.ts';

const TOLERANCE = 1e-10;
const RUNS = { seed: 1, numRuns: 150 };

/** A circuit in which much may be left out: parts of it are undone soon after. */
const wasteful = (seed: number): Circuit => {
  const part = (k: number, ops: number) => randomCircuit(seed + k, { qubits: 3, ops, controls: 1, variable: true });
  return circuit(3, part(1, 4), part(2, 3), part(3, 1), inverse(part(2, 3)), part(4, 3), inverse(part(1, 2)));
};

/** The numbers that it takes of what the longer one takes. */
const within = (one: Circuit, params: Params) => {
  const { vectors, program } = compile(one);
  return Object.fromEntries([
    ...vectors.map(({ name, length }) => [name, Array.from(params[name]).slice(0, length)]),
    ...(program.features > 0 ? [['x', Array.from(params.x).slice(0, program.features)]] : []),
  ]);
};

/** Both have the same values of the observables. */
function measuresAlike(one: Circuit, simple: Circuit, observables: readonly Observable[]): void {
  const params = paramsFor(compile(one));
  const before = expectation(one, observables)(params);
  expectation(
    simple,
    observables,
  )(within(simple, params)).forEach((value, k) => {
    expect(Math.abs(value - before[k])).toBeLessThan(TOLERANCE);
  });
}

const OBSERVABLES: readonly (readonly Observable[])[] = [eachZ(3), [pauli('Z', 1)], [pauli('XY', 0, 2)]];

test('what is said to commute does', () => {
  let commuting = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const [one, other] = randomCircuit(seed, { qubits: 3, ops: 2, controls: 1 }).ops;
      if (!commute(one, other)) return;
      commuting++;
      const [there, back] = [unitary(circuit(3, one, other)), unitary(circuit(3, other, one))];
      there.forEach((value, k) => {
        expect(Math.abs(value - back[k])).toBeLessThan(TOLERANCE);
      });
    }),
    { seed: 2, numRuns: 1000 },
  );
  expect(commuting).toBeGreaterThan(100);
});

test('a simpler circuit is the same unitary, and never longer', () => {
  let shorter = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const one = wasteful(seed);
      const simple = simplify(one);
      const params = paramsFor(compile(one));
      expect(simple.ops.length).toBeLessThanOrEqual(one.ops.length);
      if (simple.ops.length < one.ops.length) shorter++;
      expect(overlap(unitary(one, params), unitary(simple, within(simple, params)))).toBeCloseTo(1, 10);
      expect(simplify(simple)).toEqual(simple);
    }),
    RUNS,
  );
  expect(shorter).toBeGreaterThan(50);
});

test.each(OBSERVABLES)('one that is told what will be measured has the same values of it, %#', (...observables) => {
  let shorter = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const one = wasteful(seed);
      const simple = simplify(one, { observables });
      if (simple.ops.length < simplify(one).ops.length) shorter++;
      measuresAlike(one, simple, observables);
    }),
    RUNS,
  );
  expect(shorter).toBeGreaterThan(20);
});

test('and where there are too many words to follow one by one, or too many controls', () => {
  let shorter = 0;
  for (let seed = 0; seed < 25; seed++) {
    const deep = randomCircuit(seed, { qubits: 8, ops: 60, controls: 7, variable: true });
    const one = circuit(9, deep, randomCircuit(seed + 1000, { qubits: 9, ops: 3, controls: 1, variable: true }));
    const observables = [pauli('Z', 0), pauli('XZ', 3, 8)];
    const simple = simplify(one, { observables });
    if (simple.ops.length < simplify(one).ops.length) shorter++;
    measuresAlike(one, simple, observables);
  }
  expect(shorter).toBeGreaterThan(10);
});

test('what is outside the light cone of an observable may be left out', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 3 }), (seed, qubit) => {
      const one = randomCircuit(seed, { qubits: 4, ops: 6, controls: 1, variable: true });
      const observable = pauli('Z', qubit);
      const { ops, qubits } = lightCone(one, observable);
      const inside = { ...one, ops: one.ops.filter((_, k) => ops.includes(k)) };
      const params = paramsFor(compile(one));
      expect(expectation(inside, observable)(within(inside, params))).toBeCloseTo(
        expectation(one, observable)(params),
        10,
      );
      expect(qubits).toContain(qubit);
    }),
    RUNS,
  );
});

import { expect, test } from 'vitest';
import { angleRows, byAngles, slopesInWeights } from './by-angles.ts';
import { reference } from './reference.ts';
import { near } from './testing/near.ts';
import { randomRun } from './testing/random-run.ts';
import { simulator } from './wasm/simulator.ts';

const SEEDS = [...Array(12).keys()];
const TOLERANCE = 1e-11;
const fast = simulator({ precision: 'double', threads: 1 });
const oracle = reference();

/** Points that differ in features and in weights. */
const pointsOf = (seed: number) =>
  [0, 1, 2].map((k) => {
    const { features, weights, program } = randomRun(seed);
    return {
      features: features.slice(k * program.features, (k + 1) * program.features),
      weights: weights.map((weight) => weight + k),
    };
  });

test.each(SEEDS)('random program %i gives in one batch what it gives point by point', (seed) => {
  const { program } = randomRun(seed);
  const points = pointsOf(seed);
  const batch = fast.run(byAngles(program), angleRows(program, points), []);
  const single = points.flatMap(({ features, weights }) => [...oracle.run(program, features, weights)]);
  near(batch, single, TOLERANCE, 'values');
});

test.each(SEEDS)('random program %i has in one batch the slopes that it has point by point', (seed) => {
  const { program, cotangents } = randomRun(seed);
  const points = pointsOf(seed);
  const { features } = fast.pullBack(byAngles(program), angleRows(program, points), [], cotangents);
  const single = points.flatMap((at, k) => {
    const own = cotangents.subarray(2 * k, 2 * k + 2);
    return [...oracle.pullBack(program, at.features, at.weights, own, { features: false }).weights];
  });
  near(slopesInWeights(program, points, features), single, TOLERANCE, 'slopes');
});

test('a program without angles has a row for each point too', () => {
  const program = { qubits: 1, features: 0, weights: 0, slots: [], instructions: [], observables: [{ terms: [] }] };
  const none = { features: new Float64Array(), weights: new Float64Array() };
  expect(fast.state(byAngles(program), angleRows(program, [none, none, none]), [])).toHaveLength(3 * 4);
});

test('a program is worked out once', () => {
  const { program } = randomRun(1);
  expect(byAngles(program)).toBe(byAngles(program));
});

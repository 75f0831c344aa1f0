import { expect, test } from 'vitest';
import { metered } from './metered.ts';
import { noisy } from './noise/noisy.ts';
import { reference } from './reference.ts';
import { simulatorContract } from './testing/contract.ts';
import { randomRun } from './testing/random-run.ts';

test.each(simulatorContract(() => metered(reference())))('a metered simulator: $title', ({ check }) => check());

test('each row of each call is one execution', () => {
  const { program, features, weights, cotangents } = randomRun(2);
  const simulator = metered(reference());
  simulator.run(program, features, weights);
  expect(simulator.executions()).toBe(3);
  simulator.pullBack(program, features, weights, cotangents);
  expect(simulator.executions()).toBe(6);
  expect(simulator.seconds()).toBeGreaterThan(0);
});

test('shots are those of all rows that were sampled', () => {
  const { program, features, weights } = randomRun(2);
  const simulator = metered(reference());
  simulator.run(program, features, weights);
  expect(simulator.shots()).toBe(0);
  simulator.sample(program, features, weights, { shots: 7, seed: 1 });
  expect([simulator.executions(), simulator.shots()]).toEqual([6, 21]);
});

test('a simulator that estimates tells its errors through a meter, and no other does', () => {
  const { program, features, weights } = randomRun(2);
  const simulator = metered(noisy(reference()));
  expect(simulator.estimate(program, features, weights).errors).toEqual(new Float64Array(6));
  expect(simulator.executions()).toBe(3);
  expect(metered(reference())).not.toHaveProperty('estimate');
});

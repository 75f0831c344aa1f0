import { expect, test } from 'vitest';
import { metered } from './metered.ts';
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

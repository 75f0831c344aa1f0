import { expect, test } from 'vitest';
import { counted } from './counted.ts';
import { reference } from './reference.ts';
import { randomRun } from './testing/random-run.ts';

test('a counted simulator gives the same numbers and counts each row of each call', () => {
  const { program, features, weights, cotangents } = randomRun(2);
  const simulator = counted(reference());
  expect(simulator.run(program, features, weights)).toEqual(reference().run(program, features, weights));
  expect(simulator.executions()).toBe(3);
  simulator.pullBack(program, features, weights, cotangents);
  expect(simulator.executions()).toBe(6);
});

import { reference } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { circuit } from './circuit.ts';
import { expectation } from './expectation.ts';
import { Z } from './observable.ts';
import { h } from './op.ts';

test('all share one simulator in double precision, but those that are given one', () => {
  const one = expectation(circuit(1, h(0)), Z(0));
  const other = expectation(circuit(2, h(0)), [Z(0), Z(1)]);
  const own = reference();
  expect(one.simulator.precision).toBe('double');
  expect(other.simulator).toBe(one.simulator);
  expect(expectation(circuit(1, h(0)), Z(0), { simulator: own }).simulator).toBe(own);
});

test('observables that are none, or no observables, are refused', () => {
  expect(() => expectation(circuit(1, h(0)), [])).toThrow('expectation was given no observables.');
  expect(() => expectation(circuit(1, h(0)), undefined as never)).toThrow(
    'expectation was given undefined as observable 0.',
  );
});

import { expect, test } from 'vitest';
import { randomRun, simulatorContract } from '../testing.ts';
import { simulator } from './simulator.ts';

const SINGLE = { tolerance: 5e-6 };
const DOUBLE = { tolerance: 1e-12 };

const SIMULATORS = [
  { options: { precision: 'single', threads: 1 }, ...SINGLE },
  { options: { precision: 'single', threads: 2 }, ...SINGLE },
  { options: { precision: 'single', threads: 1, fuse: false }, ...SINGLE },
  { options: { precision: 'double', threads: 1 }, ...DOUBLE },
  { options: { precision: 'double', threads: 2 }, ...DOUBLE },
  { options: { precision: 'double', threads: 1, fuse: false }, ...DOUBLE },
] as const;

const laws = SIMULATORS.flatMap(({ options, tolerance }) =>
  simulatorContract(() => simulator(options), { tolerance }).map((law) => ({ ...law, with: JSON.stringify(options) })),
);
test.each(laws)('$with: $title', ({ check }) => check());

test.each(['single', 'double'] as const)('in %s precision a batch on two threads has the bytes of one', (precision) => {
  const [one, two] = [1, 2].map((threads) => simulator({ precision, threads }));
  for (const seed of [1, 2, 3, 7]) {
    const { program, features, weights, cotangents } = randomRun(seed, { rows: 3000 });
    const shifts = program.slots.map((_, slot) => ({ slot, shift: 1 }));
    expect(two.run(program, features, weights)).toEqual(one.run(program, features, weights));
    expect(two.state(program, features, weights)).toEqual(one.state(program, features, weights));
    expect(two.runShifted(program, features, weights, shifts)).toEqual(
      one.runShifted(program, features, weights, shifts),
    );
    expect(two.pullBack(program, features, weights, cotangents)).toEqual(
      one.pullBack(program, features, weights, cotangents),
    );
  }
  one.dispose();
  two.dispose();
});

test('a disposed simulator is refused in words', () => {
  const gone = simulator();
  gone.dispose();
  const { program, features, weights } = randomRun(1);
  expect(() => gone.run(program, features, weights)).toThrow('The simulator was disposed.');
});

test('threads that are no number are refused', () => {
  expect(() => simulator({ threads: 0 })).toThrow("asked for 0 threads. It takes a whole number from 1, or 'auto'.");
});

import { test } from 'vitest';
import { reference } from '../src/index.ts';
import { planOf } from '../src/plan/plan-of.ts';
import { near } from '../src/testing/near.ts';
import { randomRun } from '../src/testing/random-run.ts';
import { planned } from './planned.ts';

const TOLERANCE = 1e-12;
const SEEDS = [...Array(80).keys()];
const simulator = reference();

test.each(SEEDS)('random program %i and its plan give the same state', (seed) => {
  const { program, features, weights } = randomRun(seed, { rows: 1, length: 25 });
  for (const fuse of [true, false]) {
    const { state } = planned(planOf(program, 'state', { fuse }), program, features, weights);
    near(state, simulator.state(program, features, weights), TOLERANCE, 'state');
  }
});

test.each(SEEDS)('random program %i and its plan give the same values, with every slot shifted too', (seed) => {
  const { program, features, weights } = randomRun(seed, { rows: 1, length: 25 });
  for (const fuse of [true, false]) {
    const plan = planOf(program, program, { fuse });
    near(
      planned(plan, program, features, weights).values,
      simulator.run(program, features, weights),
      TOLERANCE,
      'values',
    );
    for (const slot of program.slots.keys()) {
      const moved = { slot, shift: 0.8 };
      const expected = simulator.runShifted(program, features, weights, [moved]);
      near(
        planned(plan, program, features, weights, moved).values,
        expected,
        TOLERANCE,
        `values, slot ${slot} shifted`,
      );
    }
  }
});

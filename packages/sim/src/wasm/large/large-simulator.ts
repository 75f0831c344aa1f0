import { rowsIn } from '../../check.ts';
import type { Plan } from '../../plan/plan.ts';
import { planOf } from '../../plan/plan-of.ts';
import type { Program } from '../../program.ts';
import { numbers } from '../../room.ts';
import { EVERYTHING, type Simulator } from '../../simulator.ts';
import type { Crew } from '../crew.ts';
import { largeState, pullBackLarge, runLarge, type Sample } from './large.ts';

/** Sample after sample, each on one large state. */
export function largeSimulator(
  crew: Crew,
  fuse: boolean,
): Pick<Simulator, 'run' | 'runShifted' | 'pullBack' | 'state'> {
  const plans = { values: new WeakMap<Program, Plan>(), state: new WeakMap<Program, Plan>() };
  const planFor = (program: Program, goal: 'values' | 'state') => {
    const plan = plans[goal].get(program) ?? planOf(program, goal === 'state' ? goal : program, { fuse, oneRow: true });
    plans[goal].set(program, plan);
    return plan;
  };

  const eachRow = (
    program: Program,
    features: ArrayLike<number>,
    weights: ArrayLike<number>,
    goal: 'values' | 'state',
    visit: (sample: Sample, row: number) => void,
  ) => {
    const plan = planFor(program, goal);
    const width = program.features;
    for (let row = 0; row < rowsIn(program, features); row++) {
      const own = Array.from({ length: width }, (_, k) => features[row * width + k]);
      visit({ plan, program, features: own, weights }, row);
    }
  };

  return {
    run: (program, features, weights) => {
      const outputs = program.observables.length;
      const values = numbers(rowsIn(program, features) * outputs);
      eachRow(program, features, weights, 'values', (sample, row) => values.set(runLarge(crew, sample), row * outputs));
      return values;
    },
    runShifted: (program, features, weights, shifts) => {
      const outputs = program.observables.length;
      const rows = rowsIn(program, features);
      const values = numbers(shifts.length * rows * outputs);
      eachRow(program, features, weights, 'values', (sample, row) => {
        shifts.forEach((shift, k) => {
          values.set(runLarge(crew, sample, shift), (k * rows + row) * outputs);
        });
      });
      return values;
    },
    pullBack: (program, features, weights, cotangents, wanted = EVERYTHING) => {
      const outputs = program.observables.length;
      const gradients = {
        weights: new Float64Array(program.weights),
        features: new Float64Array(wanted.features ? features.length : 0),
      };
      eachRow(program, features, weights, 'values', (sample, row) => {
        const own = Array.from({ length: outputs }, (_, k) => cotangents[row * outputs + k]);
        const slopes = pullBackLarge(crew, sample, own, wanted);
        for (let k = 0; k < program.weights; k++) gradients.weights[k] += slopes.weights[k];
        if (wanted.features) gradients.features.set(slopes.features, row * program.features);
      });
      return gradients;
    },
    state: (program, features, weights) => {
      const size = 2 * 2 ** program.qubits;
      const values = numbers(rowsIn(program, features) * size);
      eachRow(program, features, weights, 'state', (sample, row) => values.set(largeState(crew, sample), row * size));
      return values;
    },
  };
}

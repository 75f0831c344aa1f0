import { rowsIn } from './check.ts';
import type { Simulator } from './simulator.ts';

/** A simulator that also tells how many circuits it has executed: each row of each call is one. */
export interface CountedSimulator extends Simulator {
  executions(): number;
}

/** The same simulator, counting. A backward sweep counts as the one execution that it differentiates. */
export function counted(simulator: Simulator): CountedSimulator {
  let total = 0;
  return {
    ...simulator,
    run: (program, features, weights) => {
      total += rowsIn(program, features);
      return simulator.run(program, features, weights);
    },
    pullBack: (program, features, weights, cotangents) => {
      total += rowsIn(program, features);
      return simulator.pullBack(program, features, weights, cotangents);
    },
    executions: () => total,
  };
}

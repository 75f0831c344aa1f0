import { rowsIn } from './check.ts';
import { type Estimates, type EstimatingSimulator, isEstimating } from './estimating.ts';
import type { Program } from './program.ts';
import type { Shots, Simulator } from './simulator.ts';

/** A simulator that also tells what it has done. */
export interface MeteredSimulator extends Simulator {
  /** How many circuits were executed: each row of each call is one. */
  executions(): number;
  /** How many shots were measured: those that `sample` was asked for, of each row. */
  shots(): number;
  /** How long that took. */
  seconds(): number;
}

/**
 * The same simulator, with a meter. A backward sweep counts as the one execution that it differentiates. Under shots,
 * `sampling(metered(simulator), …)` counts the circuits that a device would run and their shots, and
 * `metered(sampling(simulator, …))` the evaluations that were asked for.
 */
export function metered(simulator: EstimatingSimulator): MeteredSimulator & EstimatingSimulator;
export function metered(simulator: Simulator): MeteredSimulator;
export function metered(simulator: Simulator): MeteredSimulator {
  let executions = 0;
  let shots = 0;
  let milliseconds = 0;
  const measured =
    <Rest extends unknown[], Result>(
      call: (program: Program, features: ArrayLike<number>, ...rest: Rest) => Result,
      times: (...rest: Rest) => number = () => 1,
    ) =>
    (program: Program, features: ArrayLike<number>, ...rest: Rest): Result => {
      const start = performance.now();
      const result = call(program, features, ...rest);
      milliseconds += performance.now() - start;
      executions += rowsIn(program, features) * times(...rest);
      return result;
    };
  return {
    name: simulator.name,
    precision: simulator.precision,
    ...(simulator.estimates ? { estimates: true } : {}),
    ...(isEstimating(simulator)
      ? { estimate: measured<[ArrayLike<number>], Estimates>((...on) => simulator.estimate(...on)) }
      : {}),
    run: measured((...on) => simulator.run(...on)),
    runShifted: measured(
      (...on) => simulator.runShifted(...on),
      (_, shifts) => shifts.length,
    ),
    pullBack: measured((...on) => simulator.pullBack(...on)),
    state: measured((...on) => simulator.state(...on)),
    probabilities: measured((...on) => simulator.probabilities(...on)),
    sample: measured((program, features, weights: ArrayLike<number>, asked: Shots) => {
      const outcomes = simulator.sample(program, features, weights, asked);
      shots += outcomes.length;
      return outcomes;
    }),
    dispose: () => simulator.dispose(),
    executions: () => executions,
    shots: () => shots,
    seconds: () => milliseconds / 1000,
  };
}

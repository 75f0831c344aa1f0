import { checkRun, checkShifts, rowsIn } from '../check.ts';
import type { Estimates, EstimatingSimulator } from '../estimating.ts';
import { checkAmplitudes } from '../initial.ts';
import type { Program } from '../program.ts';
import { numbers } from '../room.ts';
import { MOST_OUTCOMES } from '../sample.ts';
import type { Simulator } from '../simulator.ts';
import { seedFrom, uniform } from '../uniform.ts';
import { type Batch, batchOf, blocksOf, shiftedBatch } from './batch.ts';
import { type Setting, settingsOf } from './settings-of.ts';
import { constantOf, countsOf, covarianceIn, scatterer } from './statistics.ts';

/** How expectation values are measured. */
export interface SamplingOptions {
  /** How often each circuit is measured: a whole number from 1. */
  readonly shots: number;
  /** A whole number from 0, which is taken if absent. The same sequence of calls gives the same numbers for the same seed. */
  readonly seed?: number;
}

/** A simulator whose expectation values are means over so many shots of each circuit. */
export interface SamplingSimulator extends EstimatingSimulator {
  readonly shots: number;
}

/**
 * The same simulator with expectation values from shots, as a device has them: on each row, and for each shift, every
 * group of words that commute qubit by qubit is a circuit of its own, measured so many times. Values are not biased, and
 * `estimate` tells their standard errors. Every call draws anew, and no two circuits share random numbers.
 *
 * What turns a qubit to the letter that is measured is an instruction like others: in `sampling(noisy(…))` it has noise
 * behind it, as on a device, and each shot is a trajectory.
 */
export function sampling(simulator: Simulator, { shots, seed = 0, ...more }: SamplingOptions): SamplingSimulator {
  checkOptions(shots, seed, more);
  if (isSampling(simulator))
    throw new Error(
      `sampling was given ${simulator.name}, which measures with shots already. Give it the simulator inside that one.`,
    );
  const name = `${simulator.name} with ${shots} ${shots === 1 ? 'shot' : 'shots'}`;
  let calls = 0;

  /** Measures all rows of each circuit, and hands over the outcomes of each row. */
  const measure = (
    batch: Batch,
    circuits: readonly Program[],
    take: (outcomes: Uint32Array, row: number, circuit: number) => void,
  ) => {
    const random = uniform(seed, calls++);
    for (const { from, count, features } of blocksOf(batch, shots))
      for (const [circuit, program] of circuits.entries()) {
        const outcomes = simulator.sample(program, features, batch.weights, { shots, seed: seedFrom(random) });
        for (let k = 0; k < count; k++) take(outcomes.subarray(k * shots, (k + 1) * shots), from + k, circuit);
      }
  };

  const known = new WeakMap<Setting, ReturnType<typeof scatterer>>();
  const scattererOf = (setting: Setting, outputs: number) => {
    const made = known.get(setting) ?? scatterer(setting, outputs, shots);
    known.set(setting, made);
    return made;
  };

  const estimated = (batch: Batch, withErrors: boolean): Estimates => {
    const { observables } = batch.program;
    const outputs = observables.length;
    const settings = settingsOf(batch.program);
    const scatters = settings.map((setting) => scattererOf(setting, outputs));
    const constants = observables.map(constantOf);
    const values = numbers(batch.rows * outputs);
    for (let k = 0; k < values.length; k++) values[k] = constants[k % outputs];
    const variances = numbers(withErrors ? batch.rows * outputs : 0);
    const circuits = settings.map(({ program }) => program);
    measure(batch, circuits, (outcomes, row, circuit) => {
      const scatter = scatters[circuit](outcomes);
      for (let k = 0; k < outputs; k++) {
        values[row * outputs + k] += scatter.means[k];
        if (withErrors) variances[row * outputs + k] += covarianceIn(scatter, k, k);
      }
    });
    return { values, errors: variances.map(Math.sqrt) };
  };

  return {
    name,
    precision: simulator.precision,
    estimates: true,
    shots,
    run: (program, features, weights) => {
      check(program, features, weights);
      return estimated(batchOf(program, features, weights), false).values;
    },
    runShifted: (program, features, weights, shifts) => {
      check(program, features, weights);
      checkShifts(program, shifts);
      return estimated(shiftedBatch(program, features, weights, shifts), false).values;
    },
    estimate: (program, features, weights) => {
      if (shots === 1)
        throw new Error(`${name} measures once, of which no error can be told. Give it two shots or more.`);
      check(program, features, weights);
      return estimated(batchOf(program, features, weights), true);
    },
    probabilities: (program, features, weights) => {
      check(program, features, weights);
      const size = 2 ** program.qubits;
      const frequencies = numbers(rowsIn(program, features) * size);
      measure(batchOf(program, features, weights), [program], (outcomes, row) =>
        countsOf(outcomes, size).forEach((count, outcome) => {
          frequencies[row * size + outcome] = count / shots;
        }),
      );
      return frequencies;
    },
    sample: (...on) => simulator.sample(...on),
    pullBack: () => {
      throw new Error(
        `${name} has no backward sweep, which needs a state. Take parameterShift or spsa, which ask for expectation values alone.`,
      );
    },
    state: () => {
      throw new Error(
        `${name} has no state to give: it knows outcomes alone. Ask for its probabilities, or for expectation values.`,
      );
    },
    dispose: () => simulator.dispose(),
  };
}

/** Whether a simulator's expectation values are from shots. */
const isSampling = (simulator: Simulator): simulator is SamplingSimulator =>
  'shots' in simulator && typeof simulator.shots === 'number';

function check(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>): void {
  checkRun(program, features, weights);
  checkAmplitudes(program, features);
}

function checkOptions(shots: number, seed: number, more: object): void {
  const [other] = Object.keys(more);
  if (other !== undefined) throw new Error(`sampling was given ${other}. It takes shots and seed.`);
  if (!(Number.isInteger(shots) && shots >= 1 && shots <= MOST_OUTCOMES))
    throw new Error(`sampling was given ${shots} shots. It takes a whole number from 1 to ${MOST_OUTCOMES}.`);
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new Error(`sampling was given the seed ${seed}. A seed is a whole number from 0.`);
}

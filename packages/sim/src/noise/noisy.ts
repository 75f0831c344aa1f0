import { checkCotangents, checkRun, checkShifts, rowsIn, takenBack } from '../check.ts';
import type { EstimatingSimulator } from '../estimating.ts';
import { checkAmplitudes } from '../initial.ts';
import type { Program } from '../program.ts';
import { numbers } from '../room.ts';
import { checkShots } from '../sample.ts';
import { EVERYTHING, type Simulator, type Wanted } from '../simulator.ts';
import { uniform } from '../uniform.ts';
import { means } from './means.ts';
import { checkNoise, type Noise } from './noise.ts';
import { type NoisyProgram, noisyProgram } from './noisy-program.ts';
import { readOutcomes, readProbabilities } from './readout-error.ts';
import { blocks } from './trajectories.ts';

/** Noise, and how it is drawn. */
export interface NoisyOptions extends Noise {
  /** Over how many runs of each row, each with noise of its own, expectation values are averaged; 100 if absent. */
  readonly trajectories?: number;
  /** The same sequence of calls gives the same numbers for the same seed. */
  readonly seed?: number;
}

/** A simulator with noise, whose expectation values are means over trajectories. */
export interface NoisySimulator extends EstimatingSimulator {
  readonly noise: Noise;
  readonly trajectories: number;
}

/** Of the streams of a seed, one that no row has. */
const NOISE_STREAM = -1;

/**
 * The same simulator with noise, by quantum trajectories: each row is run many times, and in each run something else goes
 * wrong. Means have the standard errors that `estimate` tells. Every call draws anew; all shifts of one call have the same
 * trajectories, and each shot one of its own.
 */
export function noisy(
  simulator: Simulator,
  { trajectories = 100, seed = 0, ...noise }: NoisyOptions = {},
): NoisySimulator {
  checkNoise(noise);
  if (!(Number.isInteger(trajectories) && trajectories >= 1))
    throw new Error(`noisy was asked for ${trajectories} trajectories. It takes a whole number from 1.`);
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new Error(`noisy was given the seed ${seed}. A seed is a whole number from 0.`);
  if (simulator.estimates)
    throw new Error(
      `noisy was given ${simulator.name}, whose values are estimates already. Put all channels into one noise, and shots around it: sampling(noisy(…), { shots }).`,
    );
  const name = `noisy ${simulator.name}`;
  let calls = 0;

  const known = new WeakMap<Program, NoisyProgram>();
  const madeNoisy = (program: Program): NoisyProgram => {
    const made = known.get(program) ?? noisyProgram(program, noise);
    known.set(program, made);
    return made;
  };

  const checked = (program: Program, features: ArrayLike<number>, weights: ArrayLike<number>, wanted?: Wanted) => {
    checkRun(program, features, weights);
    checkAmplitudes(program, features, wanted);
    const made = madeNoisy(program);
    return { ...made, rows: rowsIn(program, features), times: made.drawn === 0 ? 1 : trajectories };
  };

  const estimated: EstimatingSimulator['estimate'] = (program, features, weights) => {
    const made = checked(program, features, weights);
    const outputs = program.observables.length;
    const all = means(made.rows, made.times, outputs);
    for (const { from, rows } of blocks({ ...made, features, width: outputs, random: uniform(seed, calls++) }))
      all.add(from, simulator.run(made.program, rows, weights));
    return all.estimates();
  };

  const runShifted: Simulator['runShifted'] = (program, features, weights, shifts) => {
    const made = checked(program, features, weights);
    checkShifts(program, shifts);
    const outputs = program.observables.length;
    const width = shifts.length * outputs;
    const all = shifts.map(() => means(made.rows, made.times, outputs));
    for (const { from, rows } of blocks({ ...made, features, width, random: uniform(seed, calls++) })) {
      const values = simulator.runShifted(made.program, rows, weights, shifts);
      const size = values.length / shifts.length;
      all.forEach((each, k) => each.add(from, values.subarray(k * size, (k + 1) * size)));
    }
    const values = numbers(made.rows * width);
    all.forEach((each, k) => values.set(each.estimates().values, k * made.rows * outputs));
    return values;
  };

  const pullBack: Simulator['pullBack'] = (program, features, weights, cotangents, wanted = EVERYTHING) => {
    const made = checked(program, features, weights, wanted);
    checkCotangents(program, made.rows, cotangents);
    takenBack(made.program);
    const outputs = program.observables.length;
    const width = program.features;
    const gradient = new Float64Array(program.weights);
    const slopes = new Float64Array(wanted.features ? features.length : 0);
    for (const { from, count, rows } of blocks({ ...made, features, width: outputs, random: uniform(seed, calls++) })) {
      const rowOf = (k: number) => Math.floor((from + k) / made.times);
      const own = Float64Array.from(
        { length: count * outputs },
        (_, k) => cotangents[rowOf(Math.floor(k / outputs)) * outputs + (k % outputs)] / made.times,
      );
      const found = simulator.pullBack(made.program, rows, weights, own, wanted);
      found.weights.forEach((slope, k) => {
        gradient[k] += slope;
      });
      for (let k = 0; wanted.features && k < count; k++)
        for (let j = 0; j < width; j++) slopes[rowOf(k) * width + j] += found.features[k * made.program.features + j];
    }
    return { weights: gradient, features: slopes };
  };

  const probabilities: Simulator['probabilities'] = (program, features, weights) => {
    const made = checked(program, features, weights);
    const size = 2 ** program.qubits;
    const all = means(made.rows, made.times, size);
    for (const { from, rows } of blocks({ ...made, features, width: 3 * size, random: uniform(seed, calls++) }))
      all.add(from, simulator.probabilities(made.program, rows, weights));
    return readProbabilities(all.estimates().values, made.readout);
  };

  const sample: Simulator['sample'] = (program, features, weights, { shots, seed: own }) => {
    const made = checked(program, features, weights);
    checkShots(made.rows, { shots, seed: own });
    const random = uniform(own, NOISE_STREAM);
    const outcomes = new Uint32Array(made.rows * shots);
    // Where nothing is left to chance, all shots of a row are of one run.
    const [times, each] = made.drawn === 0 ? [1, shots] : [shots, 1];
    for (const { from, rows } of blocks({ ...made, times, features, width: 3 * 2 ** program.qubits, random })) {
      const drawn = simulator.sample(made.program, rows, weights, {
        shots: each,
        seed: Math.floor(random() * 2 ** 32),
      });
      outcomes.set(drawn, from * each);
    }
    return readOutcomes(outcomes, made.readout, random);
  };

  return {
    name,
    precision: simulator.precision,
    estimates: true,
    noise,
    trajectories,
    run: (...on) => estimated(...on).values,
    estimate: (...on) => {
      if (trajectories === 1)
        throw new Error(`${name} has one trajectory, of which no error can be told. Give it two trajectories or more.`);
      return estimated(...on);
    },
    runShifted,
    pullBack,
    state: (program, features, weights) => {
      const made = checked(program, features, weights);
      if (made.drawn > 0)
        throw new Error(
          `${name} has no state to give: noise leaves a mixture of many. Ask for its probabilities, or for expectation values.`,
        );
      return simulator.state(made.program, features, weights);
    },
    probabilities,
    sample,
    dispose: () => simulator.dispose(),
  };
}

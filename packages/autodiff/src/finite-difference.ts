import { checkCotangents, type Precision, rowsIn } from '@hqnn/sim';
import type { GradientMethod } from './method.ts';

/**
 * Half the step of the central difference, about ε^⅓: its error is below 1e-7 in double precision and below 1e-3 in
 * single, as the tests hold it.
 */
const STEPS: Readonly<Record<Precision, number>> = { single: 8e-3, double: 1e-5 };

/** (f(θ + d) − f(θ − d))/2d in each weight and each feature: approximate, and knowing nothing of circuits. */
export const finiteDifference: GradientMethod = {
  name: 'finite-difference',
  executions: ({ weights, features }, wanted) => 2 * (weights + (wanted.features ? features : 0)),
  pullBack: (simulator, program, features, weights, cotangents, wanted) => {
    if (simulator.estimates)
      throw new Error(
        `Finite differences divide the errors of ${simulator.name} by ${2 * STEPS[simulator.precision]}. Of estimates take parameterShift, or spsa with a wide step.`,
      );
    const step = STEPS[simulator.precision];
    checkCotangents(program, rowsIn(program, features), cotangents);
    const [x, theta] = [Float64Array.from(features), Float64Array.from(weights)];
    const outputs = program.observables.length;
    const inWeights = theta.map((value, k) => {
      const above = simulator.run(program, x, theta.with(k, value + step));
      const below = simulator.run(program, x, theta.with(k, value - step));
      return above.reduce((sum, o, j) => sum + (cotangents[j] * (o - below[j])) / (2 * step), 0);
    });
    const inFeatures = new Float64Array(wanted.features ? x.length : 0);
    // Rows do not see each other, so one feature is moved in all of them at once.
    for (let feature = 0; wanted.features && feature < program.features; feature++) {
      const moved = (by: number) => x.map((value, k) => (k % program.features === feature ? value + by : value));
      const above = simulator.run(program, moved(step), theta);
      const below = simulator.run(program, moved(-step), theta);
      above.forEach((o, j) => {
        const row = Math.floor(j / outputs);
        inFeatures[row * program.features + feature] += (cotangents[j] * (o - below[j])) / (2 * step);
      });
    }
    return { weights: inWeights, features: inFeatures };
  },
};

import { symmetrizedProduct } from '@hqnn/circuits';
import type { Program } from '@hqnn/sim';
import type { AngleMetric } from './angle-metric.ts';
import { commutingBlocks } from './commuting-blocks.ts';
import { drivenBy } from './driven.ts';
import { generator } from './generator.ts';

/**
 * ½⟨GᵢGⱼ + GⱼGᵢ⟩ − ⟨Gᵢ⟩⟨Gⱼ⟩ of generators in one block, in the state before it, 0 of any in two: Stokes, Izaac, Killoran,
 * Carleo, Quantum 4, 269 (2020), section 3. It equals the full metric there, and is measured as hardware can: one
 * circuit for each block, executed twice where values are estimates, so that the metric is not biased.
 */
export const blockMetric: AngleMetric = covariances((_one, _other) => true);

/** ⟨G²⟩ − ⟨G⟩² of every generator, 0 for any two; measured as the block-diagonal one is. */
export const diagonalMetric: AngleMetric = covariances((one, other) => one === other);

/** What one block takes: a program whose observables are the generators of its members, and after them the products. */
interface Measurement {
  readonly program: Program;
  readonly members: readonly number[];
  /** Which two members a product is of, by their places among them. */
  readonly pairs: readonly (readonly [number, number])[];
}

function covariances(wanted: (one: number, other: number) => boolean): AngleMetric {
  const known = new WeakMap<Program, readonly Measurement[]>();
  const measurementsOf = (program: Program) => {
    const found = known.get(program) ?? measurements(program, wanted);
    known.set(program, found);
    return found;
  };
  return {
    executions: ({ estimates }, program) => (estimates ? 2 : 1) * measurementsOf(program).length,
    each: (simulator, program, features, weights, visit) => {
      for (const { program: before, members, pairs } of measurementsOf(program)) {
        const means = simulator.run(before, features, weights);
        // The product of two means of the same shots is too large by their covariance, of a mean by itself too.
        const again = simulator.estimates ? simulator.run(before, features, weights) : means;
        const outputs = before.observables.length;
        for (let row = 0; row * outputs < means.length; row++)
          pairs.forEach(([one, other], k) => {
            const [i, j, both] = [one, other, members.length + k].map((place) => row * outputs + place);
            const together = (means[both] + again[both]) / 2;
            visit(row, members[one], members[other], together - (means[i] * again[j] + again[i] * means[j]) / 2);
          });
      }
    },
  };
}

function measurements(program: Program, wanted: (one: number, other: number) => boolean): readonly Measurement[] {
  const generators = drivenBy(program).map(({ rotation }) => generator(rotation));
  return commutingBlocks(program).map(({ members, before }) => {
    const places = [...members.keys()];
    const pairs = places.flatMap((one) =>
      places.filter((other) => one <= other && wanted(one, other)).map((other) => [one, other] as const),
    );
    const own = members.map((member) => generators[member]);
    const observables = [...own, ...pairs.map(([one, other]) => symmetrizedProduct(own[one], own[other]))];
    return { program: { ...program, instructions: before, observables }, members, pairs };
  });
}

import { reference } from '../reference.ts';
import type { Simulator } from '../simulator.ts';
import type { Law } from './contract.ts';
import { near } from './near.ts';
import { randomRun } from './random-run.ts';
import { refuses } from './refuses.ts';

const SEEDS = [...Array(16).keys()];

/** What every simulator keeps of programs with quantum jumps: row by row they are decided as the reference decides them. */
export function jumpLaws(make: () => Simulator, tolerance: number): readonly Law[] {
  const oracle = reference();
  const law = (
    title: string,
    holds: (simulator: Simulator, run: ReturnType<typeof jumping>, seed: number) => void,
  ) => ({
    title,
    check: () => {
      const simulator = make();
      for (const seed of SEEDS) holds(simulator, jumping(seed), seed);
      simulator.dispose();
    },
  });
  return [
    law('quantum jumps lead to the states, probabilities and values of the reference', (simulator, run, seed) => {
      const on = [run.program, run.features, run.weights] as const;
      near(simulator.state(...on), oracle.state(...on), tolerance, `state, random program ${seed}`);
      near(simulator.probabilities(...on), oracle.probabilities(...on), tolerance, `probabilities, ${seed}`);
      near(simulator.run(...on), oracle.run(...on), tolerance, `expectation values, random program ${seed}`);
    }),
    law('a shifted slot among quantum jumps is the same program with another angle', (simulator, run, seed) => {
      const { program, features, weights } = run;
      const turned = program.instructions.filter((instruction) => instruction.kind === 'rotation');
      const shifts = turned.flatMap(({ slot }) => [0.7, -1.9].map((shift) => ({ slot, shift })));
      near(
        simulator.runShifted(program, features, weights, shifts),
        oracle.runShifted(program, features, weights, shifts),
        tolerance,
        `shifted expectation values, random program ${seed}`,
      );
    }),
    law('samples of jumping rows are drawn from the states that the jumps lead to', (simulator, run, seed) => {
      const { program, features, weights } = run;
      const size = 2 ** program.qubits;
      const shots = 50;
      const possible = simulator.probabilities(program, features, weights);
      simulator.sample(program, features, weights, { shots, seed }).forEach((outcome, k) => {
        const p = possible[Math.floor(k / shots) * size + outcome];
        if (!(p > 0)) throw new Error(`|${outcome}⟩ was drawn, which has the probability ${p}, random program ${seed}`);
      });
    }),
    law('what a quantum jump does not allow is refused in words', (simulator, { program, features, weights }) => {
      const cotangents = new Float64Array(6).fill(1);
      refuses(() => simulator.pullBack(program, features, weights, cotangents), 'no way back through a quantum jump');
      const [jump] = program.instructions.filter(({ kind }) => kind === 'damping');
      const slot = 'slot' in jump ? jump.slot : 0;
      const shifted = () => simulator.runShifted(program, features, weights, [{ slot, shift: 1 }]);
      refuses(shifted, `moves slot ${slot}, which decides a quantum jump`);
      const slots = program.slots.with(slot, { scale: 1, weight: 0, offset: 0 });
      refuses(() => simulator.run({ ...program, slots }, features, weights), 'Weight 0 decides a quantum jump');
      const instructions = [...program.instructions, { ...jump, rate: 1.5 } as typeof jump];
      refuses(() => simulator.run({ ...program, instructions }, features, weights), 'has the rate 1.5');
    }),
  ];
}

const jumping = (seed: number) => randomRun(seed, { jumps: 5, length: 16 });

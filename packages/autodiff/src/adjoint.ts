import { type GradientMethod, onlyWanted } from './method.ts';

/** Exact, in one backward sweep over a simulated state: as cheap as a few runs, however many weights. */
export const adjoint: GradientMethod = {
  name: 'adjoint',
  pullBack: (simulator, program, features, weights, cotangents, wanted) =>
    onlyWanted(simulator.pullBack(program, features, weights, cotangents), wanted),
};

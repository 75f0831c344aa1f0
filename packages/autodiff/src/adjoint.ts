import type { GradientMethod } from './method.ts';

/** Exact, in one backward sweep over a simulated state: as cheap as a few runs, however many weights. */
export const adjoint: GradientMethod = {
  name: 'adjoint',
  pullBack: (simulator, program, features, weights, cotangents, wanted) => {
    const gradients = simulator.pullBack(program, features, weights, cotangents);
    return wanted.features ? gradients : { ...gradients, features: new Float64Array(0) };
  },
};

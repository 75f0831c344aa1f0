import type { GradientMethod } from './method.ts';

/** Exact, in one backward sweep over a simulated state: as cheap as a few runs, however many weights. */
export const adjoint: GradientMethod = {
  name: 'adjoint',
  executions: () => 1,
  pullBack: (simulator, ...on) => simulator.pullBack(...on),
};

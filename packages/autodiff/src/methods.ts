import { adjoint } from './adjoint.ts';
import { finiteDifference } from './finite-difference.ts';
import type { GradientMethod } from './method.ts';
import { parameterShift } from './parameter-shift.ts';

/** Every method that has a name: what stored models and command lines choose from. */
export const METHODS: readonly GradientMethod[] = [parameterShift, adjoint, finiteDifference];

/** The method of that name; an error that lists the names if there is none. */
export function methodNamed(name: string): GradientMethod {
  const method = METHODS.find((candidate) => candidate.name === name);
  if (!method)
    throw new Error(`There is no gradient method ${name}. There are ${METHODS.map((known) => known.name).join(', ')}.`);
  return method;
}

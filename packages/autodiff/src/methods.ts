import { adjoint } from './adjoint.ts';
import { finiteDifference } from './finite-difference.ts';
import type { GradientMethod } from './method.ts';
import { parameterShift } from './parameter-shift.ts';
import { parameterShiftBatch } from './parameter-shift-batch.ts';
import { spsa } from './spsa.ts';

type Maker = (options?: Readonly<Record<string, number>>) => GradientMethod;

/** Every method by its name, and how it is made: what stored models and command lines choose from. */
export const METHODS: Readonly<Record<string, Maker>> = {
  'parameter-shift': fixed(parameterShift),
  adjoint: fixed(adjoint),
  'finite-difference': fixed(finiteDifference),
  spsa,
  'parameter-shift-batch': parameterShiftBatch,
};

/** The method of that name, made with these options; an error that lists the names if there is none. */
export function methodNamed(name: string, options?: Readonly<Record<string, number>>): GradientMethod {
  if (!Object.hasOwn(METHODS, name))
    throw new Error(`There is no gradient method ${name}. There are ${Object.keys(METHODS).join(', ')}.`);
  return METHODS[name](options);
}

/** A method that there is one of. */
function fixed(method: GradientMethod): Maker {
  return (options = {}) => {
    const [given] = Object.keys(options);
    if (given !== undefined) throw new Error(`${method.name} was given ${given}. It takes no options.`);
    return method;
  };
}

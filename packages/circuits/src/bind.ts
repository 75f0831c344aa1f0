import type { Compiled } from './compile.ts';
import { shown } from './shown.ts';

/** Numbers for the features, as x, and for every named vector of weights. */
export type Params = Readonly<Record<string, ArrayLike<number>>>;

/** The features and the weights of a program, from the named vectors. */
export function bind({ program, vectors }: Compiled, params: Params) {
  const expected = [...(program.features > 0 ? [{ name: 'x', length: program.features }] : []), ...vectors];
  for (const { name, length } of expected) {
    const given = params[name];
    if (given === undefined || given === null)
      throw new Error(`The circuit depends on ${name}, which was not given. It takes ${length} numbers.`);
    if (typeof given !== 'object')
      throw new Error(
        `The circuit depends on a list of numbers in ${name}, but was given ${shown(given)}. It takes ${length}.`,
      );
    if (given.length !== length)
      throw new Error(`The circuit depends on ${length} numbers in ${name}, but was given ${given.length}.`);
  }
  const names = expected.map(({ name }) => name);
  const unknown = Object.keys(params).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`The circuit does not depend on ${unknown}. It depends on ${names.join(' and ') || 'nothing'}.`);
  const weights = new Float64Array(program.weights);
  for (const { name, start } of vectors) weights.set(params[name], start);
  return { features: Float64Array.from(params.x ?? []), weights };
}

/** Numbers for all weights, or slopes in them, as one array for each named vector. */
export function named({ vectors }: Compiled, weights: Float64Array): Record<string, Float64Array> {
  return Object.fromEntries(vectors.map(({ name, start, length }) => [name, weights.slice(start, start + length)]));
}

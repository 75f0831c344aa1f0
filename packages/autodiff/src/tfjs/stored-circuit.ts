import type { Circuit } from '@hqnn/circuits';
import type { Observable } from '@hqnn/sim';
import type { GradientMethod } from '../method.ts';
import { methodNamed } from '../methods.ts';

/** What is stored of a quantum layer with a model. */
export interface Stored {
  readonly circuit: Circuit;
  readonly observables: readonly Observable[];
  readonly method: GradientMethod;
}

/**
 * It as text: circuit and observables are plain data, and a method is its name, with the options it was made with.
 * Throws where the method could not be found again by that name.
 */
export function stored({ circuit, observables, method: { name, options } }: Stored): string {
  methodNamed(name, options);
  return JSON.stringify({ circuit, observables, method: name, options });
}

/** What a text is of that `stored` gave. */
export function restored(text: string): Stored {
  const { circuit, observables, method, options } = JSON.parse(text);
  return { circuit, observables, method: methodNamed(method, options) };
}

import type { Part } from '../circuit.ts';
import { shown } from '../shown.ts';

/** What every ansatz of layers can be told. */
export interface LayeredOptions {
  /** A whole number from 1, and 1 if absent. */
  readonly layers?: number;
  /** The name of its weights, `theta` if absent. */
  readonly weights?: string;
  /** What stands before each layer: an encoding, for one. */
  readonly before?: (layer: number) => Part;
}

/** The layers in order, each after what stands before it, if anything does. */
export function layered(layers: number, before: LayeredOptions['before'], layer: (l: number) => Part): Part {
  if (before !== undefined && typeof before !== 'function')
    throw new Error(`before was given ${shown(before)}. It is a function from a layer, counted from 0, to a part.`);
  return Array.from({ length: layers }, (_, l) => [before?.(l) ?? [], layer(l)]);
}

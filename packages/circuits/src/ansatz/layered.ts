import type { Part } from '../circuit.ts';

/** What every ansatz of layers can be told. */
export interface LayeredOptions {
  /** A whole number from 1, and 1 if absent. */
  readonly layers?: number;
  /** The name of its weights, `theta` if absent. */
  readonly weights?: string;
  /** What stands before each layer: an encoding, for one. */
  readonly before?: (layer: number) => Part;
}

/** The layers in order, each after what stands before it. */
export function layered(layers: number, before: (layer: number) => Part, layer: (l: number) => Part): Part {
  return Array.from({ length: layers }, (_, l) => [before(l), layer(l)]);
}

/** Nothing, before any layer. */
export const nothing = (): Part => [];

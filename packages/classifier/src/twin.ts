import * as layers from '@tensorflow/tfjs-layers';
import { head } from './head.ts';

/** What the twin is to equal. */
export interface TwinOptions {
  readonly features: number;
  readonly classes?: number;
  /** How many weights the hybrid model has, circuit and head together. */
  readonly parameters: number;
  readonly seed?: number;
}

/** The classical twin: an MLP with one hidden layer on the same features, of as many weights as it can come to `parameters`. */
export function twin({ features, classes = 2, parameters, seed = 0 }: TwinOptions): layers.Sequential {
  const outputs = classes === 2 ? 1 : classes;
  const width = Math.max(1, Math.round((parameters - outputs) / (features + 1 + outputs)));
  return layers.sequential({ layers: [...head({ hidden: [width], classes, seed, features })] });
}

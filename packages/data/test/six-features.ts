import type { Dataset } from '../src/dataset.ts';
import { rowsOf } from '../src/dataset.ts';
import figures from './screening-figures.json';

/**
 * 120 samples of six features in three classes of 50, 40 and 30: noise, two that know the class, one that doubles the
 * second, one that tells class 1 by its spread alone, and one of 0 and 1. The figures for them are in the JSON file.
 */
export const SIX: Dataset = {
  features: Float32Array.from(figures.features),
  labels: Uint8Array.from(figures.labels),
  width: figures.width,
};

/** Those of classes 0 and 1. */
export const SIX_OF_TWO = rowsOf(
  SIX,
  [...SIX.labels.keys()].filter((row) => SIX.labels[row] < 2),
);

import type { Step } from '../dataset.ts';
import { count, list, number, perFeature } from '../field.ts';
import { type LinearMap, mapped, mappedTraces } from '../linear-map.ts';
import { random } from '../random.ts';
import { stepKind } from '../step-kind.ts';

const fields = { axes: list(perFeature(number)) };

export const randomProjectionKind = stepKind({
  step: 'randomProjection',
  fields,
  apply({ axes, width }) {
    const project = mapped(asMap(axes), width);
    return ({ features, labels }) => ({ features: project(features), labels, width: axes.length });
  },
  trace:
    ({ axes }) =>
    (from) =>
      mappedTraces(asMap(axes), from, (k) => `projection ${k}`),
});

/** How a random projection is drawn. */
export interface RandomProjectionOptions {
  /** How many features come out: 1 or more. */
  readonly components: number;
  readonly seed: number;
}

/**
 * So many random combinations of the features, with weights from N(0, 1/components), which keep distances between
 * samples to within a factor of 1 ± ε for components of the order of ln(samples)/ε²: Johnson and Lindenstrauss, in the
 * form of Dasgupta and Gupta, Random Struct. Algorithms 22, 60 (2003). It learns nothing from the data.
 */
export function randomProjection({ components, seed }: RandomProjectionOptions): Step {
  count(components, 'randomProjection.components');
  return ({ width }) => {
    const { normal } = random(seed, 'projection');
    const weight = () => normal() / Math.sqrt(components);
    return randomProjectionKind.fitted({
      width,
      axes: Array.from({ length: components }, () => Array.from({ length: width }, weight)),
    });
  };
}

const asMap = (axes: readonly (readonly number[])[]): LinearMap => ({
  axes: axes.map((axis) => Float64Array.from(axis)),
});

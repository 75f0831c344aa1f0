import type { Step } from '../dataset.ts';
import { broken, count, type Field, list, number } from '../field.ts';
import { stepKind } from '../step-kind.ts';
import { combined } from '../trace.ts';

/** Two features, by their places. */
type Pair = readonly [one: number, other: number];

const pair: Field<Pair> = (value, path, width) => {
  const places = list((place) => (place === 0 ? 0 : count(place, path)))(value, path, width);
  const [one, other] = places;
  if (places.length !== 2 || one === other || one >= width || other >= width)
    throw broken(path, `two different features from 0 to ${width - 1}`, value);
  return [one, other];
};

const fields = { pairs: list(pair), about: number };

export const productsKind = stepKind({
  step: 'products',
  fields,
  apply({ pairs, about, width }) {
    const wide = width + pairs.length;
    return ({ features, labels }) => {
      const made = new Float32Array(labels.length * wide);
      for (let row = 0; row < labels.length; row++) {
        const start = row * width;
        made.set(features.subarray(start, start + width), row * wide);
        pairs.forEach(([one, other], k) => {
          made[row * wide + width + k] = (about - features[start + one]) * (about - features[start + other]);
        });
      }
      return { features: made, labels, width: wide };
    };
  },
  trace:
    ({ pairs }) =>
    (from) => [
      ...from,
      ...pairs.map(([one, other]) =>
        combined(`${from[one].name} · ${from[other].name}`, [
          [from[one], 1],
          [from[other], 1],
        ]),
      ),
    ],
});

/** Which features are multiplied. */
export interface ProductsOptions {
  /** Each with each one after it, `full`, if absent; neighbours; neighbours, and the last with the first; or a list. */
  readonly pairs?: 'full' | 'linear' | 'ring' | readonly Pair[];
  /** c in (c − x)·(c − y): 0 if absent, which makes x·y; π for a ZZ feature map. */
  readonly about?: number;
}

/**
 * The features, and behind them the products of pairs: [x₀, …, xₙ₋₁, x₀·x₁, …], the rows that IQP encodings and ZZ feature
 * maps are run on. Pairs are named, and ordered, as the topologies of those circuits are.
 */
export function products({ pairs = 'full', about = 0 }: ProductsOptions = {}): Step {
  number(about, 'products.about');
  if (typeof pairs === 'string' && !Object.hasOwn(PAIRS, pairs))
    throw broken('products.pairs', `one of ${Object.keys(PAIRS).join(', ')}, or a list of pairs`, pairs);
  return ({ width }) =>
    productsKind.fitted({ width, about, pairs: typeof pairs === 'string' ? PAIRS[pairs](width) : pairs });
}

const PAIRS = {
  full: (width: number) =>
    Array.from({ length: width }, (_, one) =>
      Array.from({ length: width - one - 1 }, (_, k): Pair => [one, one + 1 + k]),
    ).flat(),
  linear: (width: number) => Array.from({ length: width - 1 }, (_, one): Pair => [one, one + 1]),
  // A ring of two is one pair.
  ring: (width: number): readonly Pair[] => [...PAIRS.linear(width), ...(width > 2 ? [[width - 1, 0] as const] : [])],
} as const;

import { type Angle, type Linear, times, written } from '../angle.ts';
import { checkAnsatz } from '../ansatz/check-ansatz.ts';
import { type Pair, pairsOf, type Topology } from '../ansatz/topology.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit, type Part } from '../circuit.ts';
import { h, rz, rzz } from '../op.ts';
import { checkAngles } from './check-angles.ts';

/** How an encoding by phases and their products is made. */
export interface IqpOptions {
  /** How often it is repeated: a whole number from 1, and 1 if absent. */
  readonly layers?: number;
  /** Each with each, `full`, if absent. */
  readonly topology?: Topology;
  /** The angle of each pair, in the order of the topology: the product of its two angles if absent. */
  readonly products?: readonly Angle[];
}

/**
 * H and RZ(a) on each qubit, for its angle a, and RZZ(a·b) on each pair, repeated: Havlíček and others, Nature 567, 209
 * (2019), as PennyLane's IQPEmbedding. The product of a number or a weight with any angle is an angle. That of two
 * features is a feature itself, which comes after the others: pair k has x[n + k], and the row that belongs to it is
 * made by `pairProducts` of the same topology.
 *
 *     const options = { topology: 'ring' } as const;
 *     const f = expectation(iqpEncoding(features(3), options), eachZ(3));
 *     f({ x: pairProducts([0.1, 0.2, 0.3], options) });
 */
export function iqpEncoding(
  angles: readonly Angle[],
  { layers = 1, topology = 'full', products, ...more }: IqpOptions = {},
): Circuit {
  checkNoMore('iqpEncoding', more);
  checkAngles('iqpEncoding', angles);
  checkAnsatz('iqpEncoding', angles.length, layers);
  const pairs = pairsOf(angles.length, topology);
  if (products && products.length !== pairs.length)
    throw new Error(
      `iqpEncoding was given ${products.length} products for ${pairs.length} pairs. It takes one a pair.`,
    );
  const turns = products ?? pairs.map((pair, k) => productOf(angles, pair, angles.length + k));
  const layer = (): Part => [
    angles.map((angle, qubit) => [h(qubit), rz(angle, qubit)]),
    pairs.map(([one, other], k) => rzz(turns[k], one, other)),
  ];
  return circuit(angles.length, Array.from({ length: layers }, layer));
}

/** The product of two of the angles, with the product of two features as the feature `place`. */
function productOf(angles: readonly Angle[], [i, j]: Pair, place: number): Angle {
  const [one, other] = [angles[i], angles[j]];
  if (!(ofFeature(one) && ofFeature(other))) return times(one, other);
  const inOrder = angles.every((angle, qubit) => ofFeature(angle) && angle.feature === qubit);
  if (!inOrder || one.offset !== 0 || other.offset !== 0)
    throw new Error(
      `iqpEncoding was given ${written(one)} and ${written(other)}, whose product is no angle. It finds products of features as further ` +
        'ones where angle q is a multiple of feature q, for every q; otherwise hand in `products`, an angle for each pair.',
    );
  const { feature: _, ...factor } = one;
  return times(factor.weight ? factor : factor.scale, { ...other, feature: place });
}

const ofFeature = (angle: Angle): angle is Linear => typeof angle === 'object' && angle.feature !== undefined;

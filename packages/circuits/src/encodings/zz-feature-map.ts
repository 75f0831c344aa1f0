import { type Angle, features, times } from '../angle.ts';
import { checkAnsatz } from '../ansatz/check-ansatz.ts';
import { pairsOf, type Topology } from '../ansatz/topology.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit, type Part } from '../circuit.ts';
import { cx, h, p } from '../op.ts';
import { pairProducts } from './pair-products.ts';

/** How the feature map is made. */
export interface ZZFeatureMapOptions {
  /** How often it is repeated: a whole number from 1, and 2 if absent. */
  readonly layers?: number;
  /** Each with each, `full`, if absent. */
  readonly topology?: Topology;
  /** The angles of the qubits, then those of the pairs, before both are doubled: the features in order if absent. */
  readonly angles?: readonly Angle[];
}

/**
 * H and P(2·xᵢ) on each qubit, and P(2·(π − xᵢ)·(π − xⱼ)) between two CX on each pair, repeated: Havlíček and others,
 * Nature 567, 209 (2019), as Qiskit's ZZFeatureMap. The product (π − xᵢ)·(π − xⱼ) of pair k is the feature x[n + k]; the
 * row that belongs to it is made by `zzFeatures` of the same topology.
 *
 *     const f = expectation(zzFeatureMap(3), eachZ(3));
 *     f({ x: zzFeatures([0.1, 0.2, 0.3]) });
 */
export function zzFeatureMap(
  qubits: number,
  { layers = 2, topology = 'full', angles: given, ...more }: ZZFeatureMapOptions = {},
): Circuit {
  checkNoMore('zzFeatureMap', more);
  checkAnsatz('zzFeatureMap', qubits, layers);
  const pairs = pairsOf(qubits, topology);
  const angles = given ?? features(qubits + pairs.length);
  if (angles.length !== qubits + pairs.length)
    throw new Error(
      `zzFeatureMap was given ${angles.length} angles. It takes one for each of ${qubits} qubits and of ${pairs.length} pairs: ${qubits + pairs.length}.`,
    );
  const [singles, products] = [angles.slice(0, qubits), angles.slice(qubits)];
  const layer = (): Part => [
    singles.map((angle, qubit) => [h(qubit), p(times(2, angle), qubit)]),
    pairs.map(([one, other], k) => [cx(one, other), p(times(2, products[k]), other), cx(one, other)]),
  ];
  return circuit(qubits, Array.from({ length: layers }, layer));
}

/** The row that `zzFeatureMap` of the same topology is run on: the features, then (π − xᵢ)·(π − xⱼ) for each pair. */
export function zzFeatures(
  x: ArrayLike<number>,
  { topology = 'full', ...more }: Pick<ZZFeatureMapOptions, 'topology'> = {},
): Float64Array {
  checkNoMore('zzFeatures', more);
  return pairProducts(x, { topology, product: (one, other) => (Math.PI - one) * (Math.PI - other) });
}

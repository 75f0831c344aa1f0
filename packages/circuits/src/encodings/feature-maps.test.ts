import { near } from '@hqnn/sim/testing';
import { expect, test } from 'vitest';
import { basis, bit, type Complex, hadamards, turned } from '../../test/by-hand.ts';
import { features, times, vector, written } from '../angle.ts';
import { pairsOf, type Topology } from '../ansatz/topology.ts';
import { state } from '../measure.ts';
import { iqpEncoding } from './iqp-encoding.ts';
import { pairProducts } from './pair-products.ts';
import { zzFeatureMap, zzFeatures } from './zz-feature-map.ts';

const TOLERANCE = 1e-12;

const X = [0.7, -1.3, 2.1, 0.4];

const cases = [1, 2, 3, 4].flatMap((qubits) =>
  [1, 2, 3].flatMap((layers) =>
    (['full', 'ring', 'linear', [[1, 0]]] as readonly Topology[])
      .filter((topology) => qubits > 1 || typeof topology === 'string')
      .map((topology) => ({ qubits, layers, topology, x: X.slice(0, qubits) })),
  ),
);

/** (D H⊗ⁿ)ᴸ|0…0⟩, for a diagonal D of phases. */
function repeated(qubits: number, layers: number, angle: (k: number) => number): readonly Complex[] {
  return Array.from({ length: layers }).reduce<readonly Complex[]>(
    (now) => turned(hadamards(now), angle),
    basis(qubits),
  );
}

test.each(cases)('IQP on $qubits qubits, $layers layers, $topology, is Havlíček’s formula', (given) => {
  const { qubits, layers, topology, x } = given;
  const sign = (k: number, q: number) => 1 - 2 * bit(k, q);
  const energy = (k: number) =>
    x.reduce((sum, value, q) => sum + value * sign(k, q), 0) +
    pairsOf(qubits, topology).reduce((sum, [i, j]) => sum + x[i] * x[j] * sign(k, i) * sign(k, j), 0);
  const expected = repeated(qubits, layers, (k) => -energy(k) / 2);
  const u = iqpEncoding(features(qubits), { layers, topology });
  near(state(u, { x: pairProducts(x, { topology }) }), expected.flat(), TOLERANCE, 'state');
});

test.each(cases)('the ZZ feature map on $qubits qubits, $layers layers, $topology, is Qiskit’s formula', (given) => {
  const { qubits, layers, topology, x } = given;
  const angle = (k: number) =>
    x.reduce((sum, value, q) => sum + 2 * value * bit(k, q), 0) +
    pairsOf(qubits, topology).reduce(
      (sum, [i, j]) => sum + 2 * (Math.PI - x[i]) * (Math.PI - x[j]) * (bit(k, i) ^ bit(k, j)),
      0,
    );
  const expected = repeated(qubits, layers, angle);
  const u = zzFeatureMap(qubits, { layers, topology });
  near(state(u, { x: zzFeatures(x, { topology }) }), expected.flat(), TOLERANCE, 'state');
});

test('products of which only one is a feature are angles; of two features they are a feature with the same factors', () => {
  const theta = vector('theta', 2);
  const [a, b] = features(2);
  const turns = (angles: Parameters<typeof iqpEncoding>[0]) =>
    iqpEncoding(angles).ops.flatMap((op) => ('angle' in op && op.gate.name === 'rzz' ? [written(op.angle)] : []));
  expect(turns([0.5, a])).toEqual(['0.5·x₀']);
  expect(turns([theta[0], a])).toEqual(['θ₀·x₀']);
  expect(turns([times(2, a), times(3, b)])).toEqual(['6·x₂']);
  expect(turns([times(theta[0], a), times(3, b)])).toEqual(['3·θ₀·x₂']);
  expect(() => turns([times(theta[0], a), times(theta[1], b)])).toThrow('is not an angle');
});

test('a row of products is the features, then each pair of the topology', () => {
  expect([...pairProducts([2, 3, 5])]).toEqual([2, 3, 5, 6, 10, 15]);
  expect([...pairProducts([2, 3, 5], { topology: 'linear', product: (a, b) => a - b })]).toEqual([2, 3, 5, -1, -2]);
  expect([...zzFeatures([Math.PI, 1])]).toEqual([Math.PI, 1, 0]);
  expect(() => pairProducts([1, Number.NaN])).toThrow('pairProducts was given NaN for feature 1.');
});

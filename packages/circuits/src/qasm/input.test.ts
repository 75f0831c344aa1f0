import { expect, test } from 'vitest';
import { opsOf, refusal, THREE } from '../../test/qasm-ops.ts';
import { compile } from '../compile.ts';
import { readQasm } from './read-qasm.ts';

/** What the program asks for when its angles are these inputs: name[length]. */
function vectorsOf(...names: readonly string[]): readonly string[] {
  const text = names.map((name) => `input float[64] ${name}; rx(${name}) q;`).join(' ');
  return compile(readQasm(`${THREE}qubit q; ${text}`).circuit).vectors.map(({ name, length }) => `${name}[${length}]`);
}

test('Qiskit calls entry 3 of a vector θ _θ_3_, entry 3 of x _x_3_, and what clashes _t', () => {
  expect(opsOf(`${THREE}input float[64] _θ_3_; input float[64] _x_3_; qubit q; rx(_θ_3_*_x_3_) q;`)).toEqual([
    'rx(θ₃·x₃) 0',
  ]);
  expect(vectorsOf('_t')).toEqual(['t[1]']);
  expect(vectorsOf('_my_param')).toEqual(['my_param[1]']);
  expect(vectorsOf('theta_1_2', 'a__0')).toEqual(['theta_1[3]', 'a_[1]']);
});

const NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';

test('Greek letters are spelled out, 24 of either case', () => {
  const capitals = NAMES.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  const vectors = (names: string) => names.split(' ').map((name) => `${name}[1]`);
  expect(vectorsOf(...'αβγδεζηθικλμνξοπρστυφχψω')).toEqual(vectors(NAMES));
  expect(vectorsOf(...'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ')).toEqual(vectors(capitals));
  expect(vectorsOf('ϕ', 'φ', 'µ', 'Δt')).toEqual(['varphi[1]', 'phi[1]', 'mu[1]', 'Deltat[1]']);
});

test('what no weight can be called is refused, with the remedy', () => {
  expect(refusal('input float ж_1; qubit q;')).toMatch(/^The input ж_1 cannot be a weight: rename it\. Weights were/);
  expect(refusal('input float _1; qubit q;')).toMatch(/^The input _1 cannot be a weight: rename it\./);
  expect(refusal('input array[float, 2] _; qubit q;')).toMatch(/^The input _ cannot be a weight: rename it\./);
  expect(refusal('input float θ_0; input float _θ_0_; qubit q;')).toMatch(
    /^Two inputs are one weight, _θ_0_ the second/,
  );
  expect(refusal('input array[int, 2] n; qubit q;')).toContain('an input is a weight or a feature');
});

import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';

/** Gates are rows of the table, exported under their own names (laws.test.ts), and what is spelled from them. */
const gates = [
  ...Object.keys(everything.GATES),
  ...['ccx', 'ccz', 'ch', 'cp', 'crx', 'cry', 'crz', 'cswap', 'cu', 'cx', 'cy', 'cz', 'sdg', 'sxdg', 'tdg', 'u'],
];

test('the exported names are these, and the gates', () => {
  const names = Object.keys(everything).filter((name) => !gates.includes(name));
  expect(names.sort()).toEqual([
    'GATES',
    'X',
    'Y',
    'Z',
    'adjointGate',
    'amplitudeEncoding',
    'angleEncoding',
    'bind',
    'circuit',
    'compile',
    'controlled',
    'draw',
    'eachZ',
    'entangler',
    'expectation',
    'features',
    'fixed',
    'gate',
    'hardwareEfficient',
    'inverse',
    'named',
    'pauli',
    'plus',
    'probabilities',
    'reuploading',
    'rotation',
    'sample',
    'scaled',
    'state',
    'sum',
    'times',
    'unitary',
    'vector',
    'written',
  ]);
  expect(gates.filter((name) => !(name in everything))).toEqual([]);
});

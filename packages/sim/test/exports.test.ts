import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';
import * as testing from '../src/testing.ts';

test('the exported names are these', () => {
  expect(Object.keys(everything).sort()).toEqual([
    'MOST_QUBITS',
    'angleAt',
    'bitsOf',
    'checkCotangents',
    'eulerAngles',
    'frequenciesOf',
    'metered',
    'parity',
    'pauliWord',
    'popcount',
    'pullBackSlots',
    'reference',
    'rowsIn',
    'simulator',
    'spread',
    'uniform',
  ]);
  expect(Object.keys(testing).sort()).toEqual(['near', 'randomRun', 'refuses', 'simulatorContract']);
});

import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';
import * as testing from '../src/testing.ts';

test('the exported names are these', () => {
  expect(Object.keys(everything).sort()).toEqual([
    'MOST_QUBITS',
    'angleAt',
    'bitsOf',
    'checkCotangents',
    'eigenvaluesOf',
    'eulerAngles',
    'frequenciesOf',
    'gapsOf',
    'metered',
    'parity',
    'pauliWord',
    'popcount',
    'pullBackSlots',
    'reference',
    'rowsIn',
    'shifted',
    'simulator',
    'slopeInFeature',
    'slopeInWeight',
    'spread',
    'uniform',
  ]);
  expect(Object.keys(testing).sort()).toEqual(['near', 'randomRun', 'refuses', 'simulatorContract']);
});

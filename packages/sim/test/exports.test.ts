import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';
import * as testing from '../src/testing.ts';

test('the exported names are these', () => {
  expect(Object.keys(everything).sort()).toEqual([
    'MOST_QUBITS',
    'amplitudeDamping',
    'angleAt',
    'bitFlip',
    'bitsOf',
    'checkCotangents',
    'depolarizing',
    'eigenvaluesOf',
    'eulerAngles',
    'frequenciesOf',
    'gapsOf',
    'gathered',
    'grouped',
    'jointDepolarizing',
    'letterOf',
    'metered',
    'noisy',
    'parity',
    'pauliChannel',
    'pauliWord',
    'phaseDamping',
    'phaseFlip',
    'popcount',
    'pullBackSlots',
    'readoutError',
    'reference',
    'rowsIn',
    'seedFrom',
    'settingsOf',
    'shifted',
    'simulator',
    'slopeInFeature',
    'slopeInWeight',
    'spread',
    'statisticsOf',
    'supportOf',
    'uniform',
    'wordKey',
  ]);
  expect(Object.keys(testing).sort()).toEqual(['near', 'randomRun', 'refuses', 'simulatorContract']);
});

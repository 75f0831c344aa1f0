import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';
import * as node from '../src/node/index.ts';

test('the exported names are these', () => {
  expect(Object.keys(everything).sort()).toEqual([
    'averagePool',
    'binarize',
    'blocks',
    'checkDataset',
    'checkDigits',
    'digest',
    'digestOf',
    'digitImage',
    'idxDataset',
    'invalidRows',
    'minMax',
    'parseIdx',
    'pca',
    'pipeline',
    'random',
    'restore',
    'rowsOf',
    'screen',
    'split',
    'traces',
    'validStates',
    'zScore',
  ]);
  expect(Object.keys(node).sort()).toEqual(['hasTest', 'readIdxFolder', 'readMnist']);
});

import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';
import * as node from '../src/node/index.ts';

test('the exported names are these', () => {
  expect(Object.keys(everything).sort()).toEqual([
    'averagePool',
    'balanced',
    'binarize',
    'blocks',
    'checkDataset',
    'checkDigits',
    'digest',
    'digestOf',
    'digitImage',
    'flipLabels',
    'idxDataset',
    'invalidRows',
    'kFold',
    'minMax',
    'parseIdx',
    'pca',
    'pipeline',
    'random',
    'repeatedSplits',
    'restore',
    'rowsOf',
    'screen',
    'split',
    'splitDigest',
    'traces',
    'validStates',
    'zScore',
  ]);
  expect(Object.keys(node).sort()).toEqual(['hasTest', 'readIdxFolder', 'readMnist']);
});

import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';
import * as presets from '../src/presets.ts';

test('the exported names are these', () => {
  expect(Object.keys(everything).sort()).toEqual([
    'PRESETS',
    'TRAINING',
    'evaluate',
    'fromFiles',
    'head',
    'hybrid',
    'predict',
    'presetNamed',
    'toFiles',
    'train',
    'twin',
    'wilson',
  ]);
  expect(Object.keys(presets).sort()).toEqual(['PRESETS', 'TRAINING', 'presetNamed', 'startScale']);
});

import { expect, test } from 'vitest';
import * as everything from '../src/index.ts';
import * as testing from '../src/testing.ts';
import * as tfjs from '../src/tfjs/index.ts';

test('the exported names are these', () => {
  expect(Object.keys(everything).sort()).toEqual([
    'METHODS',
    'adjoint',
    'estimateGradient',
    'expansion',
    'finiteDifference',
    'gradient',
    'hessian',
    'jacobian',
    'methodNamed',
    'metricTensor',
    'naturalGradient',
    'parameterShift',
    'parameterShiftBatch',
    'quantumNaturalGradient',
    'rotosolve',
    'rotosolveSweep',
    'sharedRules',
    'shiftRule',
    'spsa',
  ]);
  expect(Object.keys(testing).sort()).toEqual(['methodContract']);
  expect(Object.keys(tfjs).sort()).toEqual([
    'expectationOp',
    'isQuantum',
    'naturalOptimizer',
    'quantum',
    'registerQuantum',
  ]);
});

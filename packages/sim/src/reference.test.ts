import { expect, test } from 'vitest';
import { dense, expectationDense } from '../test/dense.ts';
import { reference } from './reference.ts';
import { randomRun } from './testing/random-run.ts';
import { simulatorContract } from './testing.ts';

const TOLERANCE = 1e-12;

test.each(simulatorContract(reference))('the reference: $title', ({ check }) => check());

test.each([...Array(30).keys()])('random program %i prepares the state that dense matrices give', (seed) => {
  const { program, features, weights } = randomRun(seed, { rows: 1 });
  const { state } = dense(program, features, weights);
  const actual = reference().state(program, features, weights);
  state.forEach(([re, im], k) => {
    expect(Math.abs(actual[2 * k] - re)).toBeLessThan(TOLERANCE);
    expect(Math.abs(actual[2 * k + 1] - im)).toBeLessThan(TOLERANCE);
  });
  reference()
    .run(program, features, weights)
    .forEach((value, k) => {
      expect(Math.abs(value - expectationDense(state, program.observables[k], program.qubits))).toBeLessThan(TOLERANCE);
    });
});

test('a program that does not hold together is refused before anything runs', () => {
  const { program } = randomRun(1);
  const word = { x: 1, z: 0 };
  const rotation = { kind: 'rotation', word, phase: 0, controls: 0, slot: 0 } as const;
  const base = { qubits: 2, features: 0, weights: 0, slots: [0.1], instructions: [rotation], observables: [] };
  const running = (changes: object) => () => reference().run({ ...base, ...changes }, [], []);
  expect(running({ instructions: [rotation, rotation] })).toThrow('Slot 0 belongs to two rotations.');
  expect(running({ instructions: [{ ...rotation, slot: 3 }] })).toThrow('reads slot 3, but the program has 1 slots');
  expect(running({ instructions: [{ ...rotation, controls: 1 }] })).toThrow('acts on one of its own controls');
  expect(running({ instructions: [{ ...rotation, word: { x: 4, z: 0 } }] })).toThrow('acts on qubit 2');
  expect(running({ slots: [{ scale: 1, weight: 0, offset: 0 }] })).toThrow('reads weight 0, but the program takes 0');
  expect(running({ observables: [{ terms: [{ coefficient: 1, word: { x: 0, z: 8 } }] }] })).toThrow(
    'observable acts on',
  );
  const matrix = { kind: 'matrix', targets: [0, 0], controls: 0, matrix: new Float64Array(32) } as const;
  expect(running({ instructions: [matrix] })).toThrow('has the targets (0,0). They must all differ.');
  expect(running({ instructions: [{ ...matrix, targets: [0, 32] }] })).toThrow('acts on qubit 32');
  expect(running({ instructions: [{ ...matrix, targets: [0] }] })).toThrow('has 8 numbers, but this one has 32');
  expect(running({ instructions: [{ ...rotation, controls: 2 ** 31 }] })).toThrow('acts on qubit 31');
  expect(running({ slots: [Number.NaN] })).toThrow('The angle of slot 0 has the numbers NaN.');
  expect(running({ instructions: [{ ...rotation, phase: Number.NaN }] })).toThrow('A rotation has the phase NaN.');
  expect(running({ instructions: [{ ...rotation, controls: 1.5 }] })).toThrow(
    'should be a mask of 32 bits, but is 1.5',
  );
  expect(running({ instructions: [{ kind: 'gate' }] })).toThrow('An instruction is of the kind gate.');
  const doubled = { ...matrix, targets: [0], matrix: Float64Array.of(2, 0, 0, 0, 0, 0, 2, 0) };
  expect(running({ instructions: [doubled] })).toThrow('A matrix on the qubits (0) is not unitary');
  expect(running({ features: 1.5 })).toThrow('The program takes 1.5 features.');
  expect(running({ slots: [{ scale: 1, weight: 0.5, offset: 0 }], weights: 2 })).toThrow('reads weight 0.5');
  expect(running({ observables: [{ terms: [{ coefficient: Number.NaN, word: { x: 0, z: 1 } }] }] })).toThrow(
    'An observable has the coefficient NaN.',
  );
  expect(running({ qubits: 0 })).toThrow('The program has 0 qubits. A program has 1 to 30.');
  expect(running({ qubits: 30 })).toThrow('The reference simulator holds at most 28.');
  expect(() => reference().run({ ...program, initial: [9] }, new Float64Array(4), new Float64Array(5))).toThrow(
    'feature 9',
  );
});

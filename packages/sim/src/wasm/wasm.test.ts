import { expect, test } from 'vitest';
import { SIMULATORS } from '../../test/hosts/simulators.ts';
import { pauliWord } from '../pauli.ts';
import type { Instruction } from '../program.ts';
import { reference } from '../reference.ts';
import { near, type Run, randomRun, simulatorContract } from '../testing.ts';
import { type SimulatorOptions, simulator } from './simulator.ts';
import { wasm } from './wasm.ts';

const SINGLE = { tolerance: 5e-6 };
const DOUBLE = { tolerance: 1e-12 };

const laws = SIMULATORS.flatMap(({ name, make, tolerance }) =>
  simulatorContract(make, { tolerance }).map((law) => ({ ...law, name })),
);
test.each(laws)('$name: $title', ({ check }) => check());

/** All states that have more qubits than a vector holds go through as large ones do. */
const alwaysLarge = { always: 3, fewRows: 3 };
const largeLaws = [
  { options: { precision: 'single', threads: 1 }, ...SINGLE },
  { options: { precision: 'single', threads: 1, fuse: false }, ...SINGLE },
  { options: { precision: 'double', threads: 1 }, ...DOUBLE },
  { options: { precision: 'double', threads: 1, fuse: false }, ...DOUBLE },
] as const satisfies readonly { readonly options: SimulatorOptions; readonly tolerance: number }[];

const lawsOfLarge = largeLaws.flatMap(({ options, tolerance }) =>
  simulatorContract(() => wasm(options, alwaysLarge), { tolerance })
    // Row after row, thousands of them take long and are like three.
    .filter(({ title }) => !title.includes('thousands'))
    .map((law) => ({ ...law, name: JSON.stringify(options) })),
);
test.each(lawsOfLarge)('as large states, $name: $title', ({ check }) => check());

test.each([
  { precision: 'single', ...SINGLE },
  { precision: 'double', ...DOUBLE },
] as const)('$precision: states of 13 qubits, of more than one block, are those of the reference', (each) => {
  const { precision, tolerance } = each;
  const large = wasm({ precision }, alwaysLarge);
  const oracle = reference();
  const random = [0, 1, 2, 4, 8].map((seed) => randomRun(seed, { qubits: 13, rows: 1 }));
  const layered = [turnedToTheEnd(13, 3), turnedToTheEnd(13, 3, CZ)];
  for (const { program, features, weights, cotangents } of [...random, ...layered]) {
    near(large.state(program, features, weights), oracle.state(program, features, weights), tolerance, 'state');
    near(large.run(program, features, weights), oracle.run(program, features, weights), tolerance, 'values');
    const slopes = large.pullBack(program, features, weights, cotangents);
    const expected = oracle.pullBack(program, features, weights, cotangents);
    near(slopes.weights, expected.weights, tolerance, 'gradient in the weights');
    near(slopes.features, expected.features, tolerance, 'gradient in the features');
  }
  large.dispose();
});

test('a gradient of states that are undone on the way back, not kept, is the same', () => {
  const deep = [randomRun(5, { qubits: 12, rows: 5, length: 400 }), turnedToTheEnd(12, 45)];
  for (const run of deep)
    for (const { precision, tolerance } of [
      { precision: 'single', tolerance: 2e-4 },
      { precision: 'double', tolerance: 1e-11 },
    ] as const) {
      const { program, features, weights, cotangents } = run;
      const actual = simulator({ precision }).pullBack(program, features, weights, cotangents);
      const expected = reference().pullBack(program, features, weights, cotangents);
      near(actual.weights, expected.weights, tolerance, 'gradient in the weights');
      near(actual.features, expected.features, tolerance, 'gradient in the features');
    }
});

test.each(['single', 'double'] as const)('in %s precision a batch on two threads has the bytes of one', (precision) => {
  const [one, two] = [1, 2].map((threads) => simulator({ precision, threads }));
  for (const seed of [1, 2, 3, 7]) {
    const { program, features, weights, cotangents } = randomRun(seed, { rows: 3000 });
    const shifts = program.slots.map((_, slot) => ({ slot, shift: 1 }));
    expect(two.run(program, features, weights)).toEqual(one.run(program, features, weights));
    expect(two.state(program, features, weights)).toEqual(one.state(program, features, weights));
    expect(two.runShifted(program, features, weights, shifts)).toEqual(
      one.runShifted(program, features, weights, shifts),
    );
    expect(two.pullBack(program, features, weights, cotangents)).toEqual(
      one.pullBack(program, features, weights, cotangents),
    );
  }
  one.dispose();
  two.dispose();
});

test.each([1, 2, 3])('of one large state %i words and phases on two threads have the bytes of one', (count) => {
  const qubits = 18;
  const [one, two] = [1, 2].map((threads) => simulator({ threads }));
  const turn = (letter: string, qubit: number, slot: number): Instruction => ({
    kind: 'rotation',
    word: pauliWord(letter, [qubit]),
    phase: 0,
    controls: 0,
    slot,
  });
  const wires = [...Array(qubits).keys()];
  const instructions = [
    ...wires.map((qubit) => turn('Y', qubit, qubit)),
    ...wires.slice(0, count).map((qubit) => turn('Z', qubit, qubits + qubit)),
  ];
  const slots = instructions.map((_, weight) => ({ scale: 1, weight, offset: 0 }));
  const observables = wires.slice(0, count).map((qubit) => ({
    terms: [{ coefficient: 1, word: pauliWord('ZX'[qubit % 2], [qubit]) }],
  }));
  const program = { qubits, features: 0, weights: slots.length, slots, instructions, observables };
  const weights = Float64Array.from(slots, (_, k) => Math.sin(k));
  const cotangents = new Float64Array(count).fill(1);
  const values = one.run(program, [], weights);
  values.forEach((value, k) => {
    const angle = weights[k];
    const expected = k % 2 === 0 ? Math.cos(angle) : Math.sin(angle) * Math.cos(weights[qubits + k]);
    expect(value).toBeCloseTo(expected, 5);
  });
  const slopes = one.pullBack(program, [], weights, cotangents);
  for (let times = 0; times < 20; times++) {
    expect(two.run(program, [], weights)).toEqual(values);
    expect(two.pullBack(program, [], weights, cotangents)).toEqual(slopes);
  }
  one.dispose();
  two.dispose();
});

test('a disposed simulator is refused in words', () => {
  const gone = simulator();
  gone.dispose();
  const { program, features, weights } = randomRun(1);
  expect(() => gone.run(program, features, weights)).toThrow('The simulator was disposed.');
});

test('options that there are not are refused', () => {
  expect(() => simulator({ precision: 'half' as 'single' })).toThrow("asked for half precision. It takes 'single' or");
  expect(() => simulator({ threads: 0 })).toThrow("asked for 0 threads. It takes a whole number from 1, or 'auto'.");
});

const CNOT = Float64Array.of(0, 0, 1, 0, 1, 0, 0, 0);
const CZ = Float64Array.of(1, 0, 0, 0, 0, 0, -1, 0);

/** Layers of rotations about Y and entanglers, the last one rotations, and words of two Zs: nothing moves into what is measured. */
function turnedToTheEnd(qubits: number, layers: number, matrix = CNOT): Run {
  const wires = [...Array(qubits).keys()];
  const slots = Array.from({ length: qubits * layers }, (_, weight) => ({ scale: 1, weight, offset: 0 }));
  const turn = (slot: number): Instruction => ({
    kind: 'rotation',
    word: pauliWord('Y', [slot % qubits]),
    phase: 0,
    controls: 0,
    slot,
  });
  const entangle = (qubit: number): Instruction => ({
    kind: 'matrix',
    targets: [(qubit + 1) % qubits],
    controls: 1 << qubit,
    matrix,
  });
  const layer = (l: number) => [
    ...(l === 0 ? [] : wires.map(entangle)),
    ...wires.map((qubit) => turn(l * qubits + qubit)),
  ];
  return {
    program: {
      qubits,
      features: 0,
      weights: slots.length,
      slots,
      instructions: Array.from({ length: layers }, (_, l) => layer(l)).flat(),
      observables: [{ terms: [{ coefficient: 1, word: pauliWord('ZZ', [0, 5]) }] }],
    },
    features: new Float64Array(0),
    weights: Float64Array.from(slots, (_, k) => Math.sin(3 * k)),
    cotangents: Float64Array.of(0.7),
  };
}

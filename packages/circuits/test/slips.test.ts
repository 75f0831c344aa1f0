import type { Observable } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import {
  angleEncoding,
  brickwork,
  type Circuit,
  circuit,
  compile,
  controlled,
  cx,
  estimate,
  expectation,
  features,
  fixed,
  GATES,
  gate,
  h,
  hardwareEfficient,
  initialWeights,
  lightCone,
  lint,
  outcomes,
  pairsOf,
  placedOn,
  plus,
  probabilities,
  projector,
  qasm,
  quanvolution,
  reuploading,
  rotation,
  rx,
  simplify,
  stronglyEntangling,
  swap,
  times,
  twoLocal,
  unitary,
  vector,
  x,
  Z,
} from '../src/index.ts';

/** What a slip of the pen, or plain JavaScript, hands over in place of what a type asks for. */
const nothing = undefined as never;
const as = (given: unknown) => given as never;

const one = circuit(2, h(0), cx(0, 1));
const theta = vector('theta', 1);

describe('a slip is caught where it is made, with who, what and the remedy:', () => {
  test.each<readonly [string, () => unknown, string]>([
    ['a qubit left out', () => cx(0, nothing), 'x was given undefined for a qubit.'],
    ['a control left out', () => cx(nothing, 1), 'controlled was given undefined for a qubit.'],
    ['one of two qubits left out', () => swap(1, nothing), 'swap was given undefined for a qubit.'],
    [
      'the angle last',
      () => rx(0, as(theta[0])),
      'rx was given an object for a qubit. A qubit is a whole number from 0; an angle comes first',
    ],
    ['a list for an angle', () => rx(as(features(2)), 0), 'rx was given a list for an angle.'],
    ['a forgotten return', () => circuit(2, [h(0), nothing]), 'circuit was given undefined as a part.'],
    ['a word for a part', () => circuit(2, as('h')), 'circuit was given "h" as a part.'],
    [
      'a stored rotation that lost its angle',
      () => circuit(1, as({ gate: GATES.rx, targets: [0], controls: [] })),
      'rx was given undefined for an angle.',
    ],
    [
      'a row by hand',
      () =>
        gate({
          name: 'bad',
          qubits: 1,
          matrix: [
            [1, 1],
            [1, 1],
          ],
        }),
      'The matrix of bad is not unitary',
    ],
    ['a phase that is none', () => rotation('X', Number.NaN), 'A rotation was given the phase NaN.'],
    ['a name left out', () => vector(nothing, 2), 'Weights were called "undefined".'],
    ['two angles added', () => plus(theta[0], as(theta[0])), 'plus was given the offset an object.'],
    [
      'a number for a list of angles',
      () => angleEncoding(as(4)),
      'angleEncoding was given 4 in place of a list of angles. It takes from 1 to 30, as features(4)',
    ],
    [
      'a hole in a list of angles',
      () => angleEncoding([1, nothing, 2]),
      'angleEncoding was given undefined for an angle.',
    ],
    ['a qubit of a projector', () => projector('01', 0, nothing), 'projector was given qubit undefined.'],
    ['a qubit of outcomes', () => outcomes(nothing), 'outcomes was given qubit undefined.'],
    [
      'a qubit to look at',
      () => probabilities(one, {}, { qubits: [nothing] }),
      'probabilities was given qubit undefined.',
    ],
    ['a qubit to stand on', () => placedOn(one, { qubits: [nothing, 1] }), 'placedOn was given qubit undefined.'],
    [
      'an observable outside',
      () => expectation(one, Z(5)),
      'expectation was given an observable on qubit 5, but the circuit has qubits 0 to 1.',
    ],
    [
      'one to estimate',
      () => estimate(expectation(hardwareEfficient(3), Z(7)), { shots: 9, seed: 1 }),
      'on qubit 7, but the circuit has qubits 0 to 2.',
    ],
    ['one to lint by', () => lint(one, [Z(5)]), 'lint was given an observable on qubit 5'],
    ['one to simplify by', () => simplify(one, { observables: [Z(5)] }), 'simplify was given an observable on qubit 5'],
    ['one of a light cone', () => lightCone(one, Z(5)), 'lightCone was given an observable on qubit 5'],
    ['none to lint by', () => lint(one, []), 'lint was given no observables.'],
    [
      'one for a list',
      () => lint(one, as(Z(0))),
      'lint takes a list of observables, such as [Z(0)] or eachZ(4), but was given an object.',
    ],
    [
      'one for the list of a quanvolution',
      () => quanvolution(angleEncoding(features(4)), as(Z(0)), { width: 4, height: 4 }),
      'quanvolution takes a list of observables',
    ],
    [
      'a coefficient',
      () => expectation(one, { terms: [{ coefficient: Number.NaN, word: { x: 0, z: 1 } }] } as Observable),
      'The coefficient of Z₀ in an observable is NaN.',
    ],
    [
      'a name for a list of rotations',
      () => twoLocal(2, { rotations: as('ry') }),
      'twoLocal was given "ry" for rotations. It takes a list of names',
    ],
    ['nothing for a block', () => brickwork(3, { block: as(null) }), 'There is no block null.'],
    [
      'a word for what stands before',
      () => hardwareEfficient(2, { before: as('x') }),
      'before was given "x". It is a function',
    ],
    ['a range for one qubit', () => stronglyEntangling(1, { ranges: [7] }), 'stronglyEntangling was given the range 7'],
    ['pairs of no qubits', () => pairsOf(2.5, 'ring'), 'pairsOf was given 2.5 qubits.'],
    ['the unitary of many', () => unitary(circuit(14)), 'The unitary of 14 qubits has 4^14 entries.'],
    [
      'an option of another method',
      () => initialWeights(one, as({ method: 'small-angle', deviation: 1 })),
      'initialWeights by small-angle was given deviation. It takes width, seed and scale.',
    ],
    [
      'a low above the high that is not told',
      () => initialWeights(one, { method: 'uniform', low: 5 }),
      'initialWeights was given low 5 and high 3.14',
    ],
    [
      'a number for a vector',
      () => expectation(circuit(1, rx(theta[0], 0)), Z(0))({ theta: as(7) }),
      'The circuit depends on a list of numbers in theta, but was given 7. It takes 1.',
    ],
    [
      'text for a vector',
      () => expectation(circuit(1, rx(theta[0], 0)), Z(0))({ theta: as('7') }),
      'but was given "7". It takes 1.',
    ],
    [
      'an option misspelled',
      () => hardwareEfficient(2, as({ layer: 3 })),
      'hardwareEfficient was given the option layer, which it does not have.',
    ],
    [
      'an option of another encoding',
      () => angleEncoding([1], as({ rotation: 'X' })),
      'angleEncoding was given the option rotation',
    ],
    [
      'an option for an ansatz that has none such',
      () => reuploading(2, { features: 2, ansatz: stronglyEntangling, topology: 'linear' }),
      'stronglyEntangling was given the option topology',
    ],
    ['a range for ranges', () => lint(one, [Z(0)], as({ range: [0, 1] })), 'lint was given the option range'],
    [
      'a feature to stand for another',
      () => placedOn(angleEncoding(features(1)), { features: [nothing] }),
      'placedOn was given feature undefined.',
    ],
    [
      'a scale to lint by',
      () =>
        lint(angleEncoding([times(theta[0], features(1)[0])]), [Z(0)], {
          ranges: [0, 9],
          params: { theta: [Number.NaN] },
        }),
      'lint was given NaN in theta.',
    ],
    [
      'a vector to lint by',
      () => lint(one, [Z(0)], { params: { scal: [1] } }),
      'lint was given params for scal, but the circuit depends on no weights.',
    ],
    [
      'an option of a measurement',
      () => probabilities(one, {}, as({ qubit: [0] })),
      'probabilities was given the option qubit',
    ],
    ['an option of OpenQASM', () => qasm(one, as({ versoin: 2 })), 'qasm was given the option versoin'],
    ['an observable to compile', () => compile(one, [Z(5)]), 'compile was given an observable on qubit 5'],
    [
      'a row of another size',
      () =>
        gate({
          name: 'b',
          qubits: 2,
          matrix: [
            [0, 1],
            [1, 0],
          ],
        }),
      'b is a gate on 1 qubits, but its row says 2.',
    ],
    [
      'a row without a name',
      () =>
        gate(
          as({
            ...fixed([
              [1, 0],
              [0, 1],
            ]),
          }),
        ),
      'gate takes a row with a name',
    ],
    ['a product past all numbers', () => times(1e200, times(1e200, theta[0])), 'times was given Infinity'],
    [
      'no vector',
      () => expectation(circuit(1, rx(theta[0], 0)), Z(0))({ theta: as(null) }),
      'depends on theta, which was not given',
    ],
  ])('%s', (_, slip, message) => {
    expect(slip).toThrow(message);
  });
});

test('controls reach into parts of parts', () => {
  const inner = circuit(1, x(0));
  const ops = controlled([[h(0)], inner, [[x(1)]]], 2);
  expect(ops.map(({ gate: { name }, controls, targets }) => [name, ...controls, ...targets])).toEqual([
    ['h', 2, 0],
    ['x', 2, 0],
    ['x', 2, 1],
  ]);
  expect(controlled(inner, 1)).toHaveLength(1);
  expect(() => controlled({ qubits: 1, ops: [], initial: [0, 1] } as Circuit, 1)).toThrow('no controlled form');
});

test('a matrix given to ten digits is a gate, and what makes a row of it writes real entries as numbers', () => {
  const r = Number(Math.SQRT1_2.toFixed(10));
  const row = fixed([
    [r, [r, 0]],
    [[r, 0], -r],
  ]);
  expect(row.matrix).toEqual([
    [r, r],
    [r, -r],
  ]);
});

import fc from 'fast-check';
import QuantumCircuit from 'quantum-circuit';
import { describe, expect, test } from 'vitest';
import {
  amplitudeEncoding,
  type Circuit,
  circuit,
  compile,
  features,
  fixed,
  gate,
  h,
  type Op,
  qasm,
  readQasm,
  reuploading,
  rotation,
  rx,
  ry,
  state,
  unitary,
  vector,
} from '../src/index.ts';
import { ROWS } from '../src/table-name.ts';
import { overlap } from './overlap.ts';
import { paramsFor, randomCircuit } from './random-circuit.ts';

const seeds = (numRuns: number) => ({ seed: 1, numRuns });

const same = (one: Circuit, other: Circuit, params = {}) =>
  expect(overlap(unitary(one, params), unitary(other, params))).toBeCloseTo(1, 10);

describe.each([2, 3] as const)('OpenQASM %i', (version) => {
  test('of a circuit with numbers is that circuit again, as a unitary', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (seed, qubits) => {
        const one = randomCircuit(seed, { qubits, ops: 8, controls: 3 });
        same(readQasm(qasm(one, { version })).circuit, one);
      }),
      seeds(40),
    );
  });

  test('of a circuit whose weights and features have numbers is the bound circuit, as a unitary', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const one = randomCircuit(seed, { qubits: 3, ops: 10, variable: true });
        const params = paramsFor(compile(one));
        const back = readQasm(qasm(one, { version, params })).circuit;
        expect(overlap(unitary(back), unitary(one, params))).toBeCloseTo(1, 10);
      }),
      seeds(40),
    );
  });
});

test('OpenQASM 3 keeps weights and features as inputs: the circuit read back takes the same numbers', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const one = randomCircuit(seed, { qubits: 3, ops: 10, variable: true });
      const back = readQasm(qasm(one)).circuit;
      const params = paramsFor(compile(one));
      expect(Object.fromEntries(compile(back).vectors.map(({ name, length }) => [name, length]))).toEqual(
        Object.fromEntries(compile(one).vectors.map(({ name, length }) => [name, length])),
      );
      same(back, one, params);
    }),
    seeds(60),
  );
});

test('ops of the table come back as they were, op by op', () => {
  const plain = (ops: readonly Op[]) =>
    JSON.parse(JSON.stringify(ops.map(({ gate: { name }, ...op }) => ({ name, ...op }))));
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const one = randomCircuit(seed, { qubits: 4, ops: 12, controls: 0, variable: true });
      expect(plain(readQasm(qasm(one)).circuit.ops)).toEqual(plain(one.ops));
    }),
    seeds(60),
  );
});

test('gates from outside the table are defined in the text', () => {
  const phase = Math.PI / 7;
  const [c, s] = [Math.cos(phase), Math.sin(phase)];
  const rows = [
    { name: 'ryxz', ...rotation('YXZ', 0.3) },
    { name: 'rix', ...rotation('IX') },
    { name: 'ri', ...rotation('I') },
    { name: 'rii', ...rotation('II', 0.2) },
    {
      name: 'turn',
      ...fixed([
        [[0, s], c],
        [c, [0, s]],
      ]),
    },
    {
      name: 'Grün 1',
      ...fixed([
        [1, 0, 0, 0],
        [0, [0, c], 0, [0, s]],
        [0, 0, [c, s], 0],
        [0, [0, s], 0, [0, -c]],
      ]),
    },
    { name: 'rx', ...rotation('Y') },
  ];
  for (const row of rows)
    for (const controls of [[], [3], [3, 4]])
      for (const version of [2, 3] as const) {
        const on = [2, 0, 1].slice(0, row.qubits);
        const op = 'axis' in row ? gate(row)(0.7, ...on) : gate(row)(...on);
        const one = circuit(5, h(0), { ...op, controls }, rx(0.3, 1));
        const text = qasm(one, { version });
        same(readQasm(text).circuit, one);
      }
});

test('what cannot be written is refused, with the remedy', () => {
  const theta = vector('theta', 2);
  expect(() => qasm(amplitudeEncoding(4))).toThrow('A circuit that begins from amplitudes has no OpenQASM');
  expect(() => qasm(circuit(1, ry(theta[1], 0)), { version: 2 })).toThrow(
    'OpenQASM 2 has no inputs, but theta_1 has no number. Give qasm a number for each weight and feature: { params }.',
  );
  expect(() => qasm(circuit(1, ry(theta[1], 0)), { params: { theta: [1] } })).toThrow(
    'The circuit depends on entry 1 of theta, which is undefined. Give theta at least 2 finite numbers.',
  );
  expect(() => qasm(circuit(1), { version: 4 as 3 })).toThrow('There is no OpenQASM 4 here. There are 2 and 3.');
});

test('a trained circuit keeps its features as inputs when its weights are given', () => {
  const one = reuploading(2, { features: 2 });
  const text = qasm(one, { params: { theta: [0, 1, 2, 3, 4, 5], scale: [0.5, 2] }, measure: true });
  expect(text).toContain('input float[64] x_1;');
  expect(text).not.toContain('theta_');
  expect(text).toContain('ry(0.5*x_0) q[0];');
  expect(text.trimEnd().split('\n').slice(-2)).toEqual(['bit[2] c;', 'c = measure q;']);
  expect(features(2)).toHaveLength(compile(readQasm(text).circuit).program.features);
});

/** The gates of stdgates.inc: OpenQASM 3 specification, "Standard library". */
const STANDARD = new Set(
  'p x y z h s sdg t tdg sx rx ry rz cx cy cz cp crx cry crz ch swap ccx cswap cu CX phase cphase id u1 u2 u3 gphase'.split(
    ' ',
  ),
);

/** Nobody who reads a text should have to guess which gates it uses. */
test.each(ROWS)('$name is written by the library or defined in the text', (row) => {
  const on = [...Array(row.qubits).keys()];
  const one = 'axis' in row ? gate(row)(0.5, ...on) : gate(row)(...on);
  const text = qasm(circuit(4, one, { ...one, controls: [3] }));
  expect(text).toMatch(/^OPENQASM 3\.0;\ninclude "stdgates\.inc";\n/);
  const statements = text.split(/[;{}\n]/).map((part) => part.replace(/^(\s|inv @|ctrl(\(\d+\))? @)*/, ''));
  const words = statements.map((part) => /^\w+/.exec(part)?.[0]).filter((word) => word !== undefined);
  const defined = statements.flatMap((part) => /^gate (\w+)/.exec(part)?.[1] ?? []);
  const known = new Set([...STANDARD, ...defined, 'OPENQASM', 'include', 'gate', 'qubit']);
  expect(words.filter((word) => !known.has(word) && !/^\d|^inc$/.test(word))).toEqual([]);
  expect(words.length).toBeGreaterThan(4);
});

describe('the npm package quantum-circuit, which reads OpenQASM 2,', () => {
  /** Its amplitudes, laid out as ours are. */
  function theirState(text: string, qubits: number): Float64Array {
    const theirs = new QuantumCircuit(qubits);
    theirs.importQASM(text, (errors) => expect(errors).toEqual([]));
    theirs.run();
    const amplitudes = new Float64Array(2 * 2 ** qubits);
    for (const [index, { re, im }] of Object.entries(theirs.state)) amplitudes.set([re, im], 2 * Number(index));
    return amplitudes;
  }

  test('prepares the states that we do, from what we write', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const one = circuit(
          4,
          [0, 1, 2, 3].map((q) => [h(q), ry(0.2 + q, q)]),
          randomCircuit(seed, { qubits: 4, ops: 6 }),
        );
        const [ours, theirs] = [state(one), theirState(qasm(one, { version: 2 }), 4)];
        expect(overlap(ours, theirs)).toBeCloseTo(1, 9);
      }),
      seeds(25),
    );
  });
});

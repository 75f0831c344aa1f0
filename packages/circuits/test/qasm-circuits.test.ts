import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFile } from '../../../tooling/oracles/shared.ts';
import {
  eachZ,
  expectation,
  QasmError,
  type QasmProgram,
  qasm,
  readQasm,
  registerProbabilities,
} from '../src/index.ts';

/** What reference.json says of a circuit: it is dynamic, or has these values. */
interface Reference {
  readonly qubits: number;
  readonly dynamic?: readonly string[];
  readonly measured_pairs: readonly (readonly [qubit: number, bit: number])[];
  readonly expval_Z: readonly number[];
  readonly probs_of_classical_register: Readonly<Record<string, number>>;
}

const folder = sharedFile('oracles/qasm');
const TOLERANCE = 1e-9;
/** Below this, the reference lists no probability. */
const LISTED = 1e-12;
/** The angles of transpiled circuits are rounded. */
const ROUNDED = 1e-7;

const files = folder ? readdirSync(`${folder}/small`).filter((name) => name.endsWith('.qasm')) : [];
const references: Readonly<Record<string, Reference>> = folder
  ? JSON.parse(readFileSync(`${folder}/reference.json`, 'utf8')).circuits
  : {};
const referenceOf = (file: string) => references[`small/${file}`];
const read = (file: string) => readQasm(readFileSync(`${folder}/small/${file}`, 'utf8'), { file });
const unitaries = files.filter((file) => !referenceOf(file).dynamic);

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = TOLERANCE): void {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < expected.length; k++) expect(Math.abs(actual[k] - expected[k])).toBeLessThan(tolerance);
}

const everyZ = ({ circuit }: QasmProgram) => expectation(circuit, eachZ(circuit.qubits))();

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The 44 circuits of QASMBench with 2 to 10 qubits (Li, Stein, Krishnamoorthy, Ang, ACM Trans. Quantum Comput. 4, 10 (2023)). */
describe.skipIf(!folder)('circuits of QASMBench', () => {
  test('there are 44, two of them dynamic', () => {
    expect([files.length, unitaries.length]).toEqual([44, 42]);
  });

  test.each(unitaries)('%s has the reference’s ⟨Z⟩, measurements and distribution', (file) => {
    const program = read(file);
    const reference = referenceOf(file);
    expect(program.circuit.qubits).toBe(reference.qubits);
    expect(program.measurements.map(({ qubit, bit }) => [qubit, bit])).toEqual(
      [...reference.measured_pairs].sort(([, a], [, b]) => a - b),
    );
    near(everyZ(program), reference.expval_Z);
    // The reference lists the 32 likeliest values.
    const likeliest = Object.entries(reference.probs_of_classical_register);
    const distribution = registerProbabilities(program);
    expect(likeliest.length).toBe(Math.min(32, Object.values(distribution).filter((p) => p > LISTED).length));
    for (const [value, p] of likeliest) expect(Math.abs((distribution[value] ?? 0) - p)).toBeLessThan(TOLERANCE);
    expect(sumOf(Object.values(distribution))).toBeCloseTo(1, 12);
  });

  test.each(unitaries.filter((file) => file.endsWith('_transpiled.qasm')))('%s agrees with its twin', (file) => {
    const twin = read(`${basename(file, '_transpiled.qasm')}.qasm`);
    const values = (program: QasmProgram) => Object.values(registerProbabilities(program)).filter((p) => p > ROUNDED);
    near(values(read(file)).sort(), values(twin).sort(), ROUNDED);
  });

  test.each(unitaries)('%s is the same after it was written as OpenQASM 2 and as 3', (file) => {
    const program = read(file);
    const [two, three] = ([2, 3] as const).map((version) => readQasm(qasm(program.circuit, { version })));
    near(everyZ(two), everyZ(program));
    near(everyZ(three), everyZ(program));
  });

  test.each(files.filter((file) => referenceOf(file).dynamic))('%s is refused, with the line of its if', (file) => {
    const text = readFileSync(`${folder}/small/${file}`, 'utf8');
    const line = 1 + text.split('\n').findIndex((one) => one.startsWith('if'));
    expect(() => read(file)).toThrow(QasmError);
    expect(() => read(file)).toThrow(`${file}:${line}:1: Control flow by measured bits is not supported`);
  });
});

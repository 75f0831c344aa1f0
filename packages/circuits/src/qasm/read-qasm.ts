import { MOST_QUBITS } from '@hqnn/sim';
import { type Circuit, circuit } from '../circuit.ts';
import { carryOut } from './carry-out.ts';
import { cursor, unexpected, wrong } from './cursor.ts';
import { type Draft, draft, type Register, total } from './draft.ts';
import type { Measurement } from './finals.ts';
import { type Scope, scope } from './names.ts';
import { statements } from './statements.ts';
import { BUILT_IN } from './table-gate.ts';
import { type Token, tokens } from './tokens.ts';

/** What an OpenQASM text says: a circuit, and what its registers are called. */
export interface QasmProgram {
  readonly version: 2 | 3;
  /** Inputs are its features, if they are called x or x_3, else its weights: theta_3 is entry 3 of theta. */
  readonly circuit: Circuit;
  readonly qubits: readonly Register[];
  readonly bits: readonly Register[];
  /** Which qubit each bit holds in the end, in the order of the bits. A bit that is not there is 0. */
  readonly measurements: readonly Measurement[];
}

/** What a text is called, and how it finds others. */
export interface ReadQasmOptions {
  /** The name that stands in errors. */
  readonly file?: string;
  /** The text of a file that is included, other than stdgates.inc and qelib1.inc, which are known. */
  readonly include?: (file: string) => string;
}

/**
 * The circuit of an OpenQASM 2 or 3 text: registers, gates and their definitions, modifiers, constants, inputs, loops
 * over numbers, and measurements of qubits on which nothing acts afterwards. A phase of the whole state is dropped.
 * Qubits of a device, as $3, may stand in place of declared ones: there are as many as the highest needs.
 * Everything else is refused by name, with a QasmError that has file, line and column: control flow by measured bits,
 * reset of a used qubit, subroutines, calibration, timing.
 * OpenQASM 3: Cross and others, ACM Trans. Quantum Comput. 3, 12 (2022); OpenQASM 2: arXiv:1707.03429.
 */
export function readQasm(text: string, { file = 'text', include }: ReadQasmOptions = {}): QasmProgram {
  const words = tokens(text, file);
  const { version, rest } = versionOf(words);
  const included: string[] = [];
  const read = draft(version, text.length, (name, at) => {
    if (!include)
      throw wrong(
        at,
        `The file ${name} is not known. Give readQasm an include that reads it; stdgates.inc and qelib1.inc are known.`,
      );
    if (included.includes(name)) throw wrong(at, `The file ${name} is included twice.`);
    included.push(name);
    return statements(cursor(tokens(textOf(include, name, at), name, version), version));
  });
  const program = statements(cursor(rest, version));
  const here = scope(BUILT_IN);
  declareDevice(words, here, read);
  carryOut(program, here, read);
  const qubits = total(read.qubits);
  if (qubits === 0) throw wrong(words[words.length - 1], 'The text declares no qubits. A circuit has one or more.');
  return {
    version,
    circuit: circuit(qubits, read.ops),
    qubits: read.qubits,
    bits: read.bits,
    measurements: read.finals.measurements(),
  };
}

/** Qubits of a device, as $3, are there without a declaration: all up to the highest that the text names. */
function declareDevice(words: readonly Token[], here: Scope, { qubits }: Draft): void {
  const named = words.filter(({ kind }) => kind === 'device');
  const places = named.map(({ text }) => Number(text.slice(1)));
  const beyond = places.findIndex((place) => place >= MOST_QUBITS);
  if (beyond >= 0)
    throw wrong(
      named[beyond],
      `${named[beyond].text} is too high: there may be ${MOST_QUBITS} qubits. Number them anew.`,
    );
  const count = places.reduce((most, place) => Math.max(most, place + 1), 0);
  for (let place = 0; place < count; place++) {
    const name = `$${place}`;
    qubits.push({ name, start: place, length: 1 });
    here.declare(name, { kind: 'qubits', places: [place], single: true }, named[0]);
  }
}

function textOf(include: (file: string) => string, name: string, at: Token): string {
  try {
    return include(name);
  } catch (error) {
    throw wrong(at, `The file ${name} cannot be read. ${(error as Error).message}`);
  }
}

/** OPENQASM 2.0; or OPENQASM 3; at the start. A text that does not say is of OpenQASM 3. */
function versionOf(words: readonly Token[]): { readonly version: 2 | 3; readonly rest: readonly Token[] } {
  const [word, number, semicolon] = words;
  if (word.text !== 'OPENQASM') return { version: 3, rest: words };
  const version = /^([23])(\.\d+)?$/.exec(number.text)?.[1];
  if (!version) throw unexpected(number, 'the version 2.0 or 3.0');
  if (semicolon.text !== ';') throw unexpected(semicolon, ';');
  return { version: version === '2' ? 2 : 3, rest: words.slice(3) };
}

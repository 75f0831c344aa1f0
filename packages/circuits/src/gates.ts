import type { Entry } from './complex.ts';
import { isUnitary } from './matrix.ts';

/** A gate with no angle, given by its matrix. Its first qubit is the lowest bit of the index. */
export interface Fixed {
  readonly name: string;
  readonly qubits: number;
  readonly matrix: readonly (readonly Entry[])[];
  /** How its target is drawn under a control, and each target of a gate on two qubits; the name in capitals if absent. */
  readonly mark?: string;
}

/** A gate with one angle α: exp(−iα(phase·I + ½P)), with P the Pauli word `axis`. */
export interface Rotation {
  readonly name: string;
  readonly qubits: number;
  readonly axis: string;
  readonly phase: number;
}

/** A row of the table. */
export type Gate = Fixed | Rotation;

const i = [0, 1] as const;
const _i = [0, -1] as const;
const r = Math.SQRT1_2;
const ir = [0, r] as const;
const _ir = [0, -r] as const;
const w = [r, r] as const; // e^{iπ/4}
const a = [1 / 2, 1 / 2] as const;
const _a = [1 / 2, -1 / 2] as const;

// biome-ignore format: a matrix is read row by row.
/**
 * Every gate there is. A name here is the name in the API and, in capitals, in drawings.
 * Inverse, controlled forms, instruction, shift rule and drawing are all worked out from the row.
 */
export const GATES = named({
  x: fixed([[0, 1], [1, 0]], '⊕'),
  y: fixed([[0, _i], [i, 0]]),
  z: fixed([[1, 0], [0, -1]], '●'),
  h: fixed([[r, r], [r, -r]]),
  s: fixed([[1, 0], [0, i]]),
  t: fixed([[1, 0], [0, w]]),
  sx: fixed([[a, _a], [_a, a]]),
  swap: fixed([[1, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1]], '×'),
  iswap: fixed([[1, 0, 0, 0], [0, 0, i, 0], [0, i, 0, 0], [0, 0, 0, 1]]),
  siswap: fixed([[1, 0, 0, 0], [0, r, ir, 0], [0, ir, r, 0], [0, 0, 0, 1]]),
  ecr: fixed([[0, r, 0, ir], [r, 0, _ir, 0], [0, ir, 0, r], [_ir, 0, r, 0]]),

  rx: rotation('X'),
  ry: rotation('Y'),
  rz: rotation('Z'),
  p: rotation('Z', -1 / 2),
  rxx: rotation('XX'),
  ryy: rotation('YY'),
  rzz: rotation('ZZ'),
});

/** A row given by its matrix, of which the first qubit is the lowest bit of the index. */
export function fixed(entries: Fixed['matrix'], mark?: string): Omit<Fixed, 'name'> {
  const matrix = entries.map((row) => row.map(plain));
  if (!isUnitary(matrix))
    throw new Error(
      `The matrix ${JSON.stringify(matrix)} is not unitary, so it is no gate. Its rows must be orthonormal, 2ⁿ of them.`,
    );
  return { qubits: Math.log2(matrix.length), matrix, ...(mark === undefined ? {} : { mark }) };
}

/** A row for the rotation about a Pauli word, the k-th letter acting on the gate's k-th qubit. */
export function rotation(axis: string, phase = 0): Omit<Rotation, 'name'> {
  if (!(typeof axis === 'string' && /^[IXYZ]+$/.test(axis)))
    throw new Error(`A rotation was given the axis ${axis}. An axis is a word of I, X, Y and Z.`);
  if (!Number.isFinite(phase)) throw new Error(`A rotation was given the phase ${phase}. A phase is a finite number.`);
  return { qubits: axis.length, axis, phase };
}

/** The row for the rotation about a Pauli word, named by it as those of the table are: rzx. */
export const rotationAbout = (axis: string): Rotation => ({ name: `r${axis.toLowerCase()}`, ...rotation(axis) });

/** The row of the inverse: the gate itself if it undoes itself, else its conjugate transpose, as s and sdg. */
export function adjointGate(gate: Fixed): Fixed {
  const matrix = gate.matrix.map((row, j) => row.map((_, k) => conjugate(gate.matrix[k][j])));
  if (JSON.stringify(matrix) === JSON.stringify(gate.matrix)) return gate;
  return { ...gate, name: gate.name.endsWith('dg') ? gate.name.slice(0, -2) : `${gate.name}dg`, matrix };
}

/** An entry without an imaginary part as one number. */
function plain(entry: Entry): Entry {
  return typeof entry === 'object' && entry[1] === 0 ? entry[0] : entry;
}

function conjugate(entry: Entry): Entry {
  return typeof entry === 'number' ? entry : [entry[0], -entry[1]];
}

function named<Rows extends Record<string, object>>(rows: Rows) {
  const entries = Object.entries(rows).map(([name, row]) => [name, { name, ...row }]);
  return Object.fromEntries(entries) as { readonly [K in keyof Rows]: Rows[K] & { readonly name: K & string } };
}

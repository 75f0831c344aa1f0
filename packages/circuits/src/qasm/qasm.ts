import { type Angle, type Linear, plus, times, type Weight } from '../angle.ts';
import type { Params } from '../bind.ts';
import { checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import type { Op } from '../op.ts';
import { DIALECTS } from './dialect.ts';
import { spelling } from './spelling.ts';
import { writtenNumber } from './written-number.ts';

/** How a circuit is written. */
export interface QasmOptions {
  readonly version?: 2 | 3;
  /** Numbers for some of the named vectors, or all: what has none is an input, which OpenQASM 2 does not have. */
  readonly params?: Params;
  /** Whether all qubits are measured at the end, into bits c. */
  readonly measure?: boolean;
}

/**
 * The circuit as OpenQASM 3, or 2: qubit k is q[k]. Weights and features without a number are inputs named theta_0,
 * x_3. What the standard library lacks is defined in the text. OpenQASM 3 takes the angle of a gate modulo 2π
 * (specification, “Angles”): what is periodic in 4π, as a controlled rotation is, is written so that this does nothing.
 */
export function qasm(
  circuit: Circuit,
  { version = 3, params = {}, measure = false, ...more }: QasmOptions = {},
): string {
  checkNoMore('qasm', more);
  if (!(version in DIALECTS)) throw new Error(`There is no OpenQASM ${version} here. There are 2 and 3.`);
  if (circuit.initial)
    throw new Error(
      'A circuit that begins from amplitudes has no OpenQASM: it has gates alone. Write the part after the encoding.',
    );
  const dialect = DIALECTS[version];
  const ops = circuit.ops.map((op) => bound(op, params));
  const inputs = inputsOf(ops);
  if (version === 2 && inputs.length > 0)
    throw new Error(
      `OpenQASM 2 has no inputs, but ${inputs[0]} has no number. Give qasm a number for each weight and feature: { params }.`,
    );
  const { statements, definitions } = spelling(dialect);
  const naming = { angle: writtenAngle, qubit: (qubit: number) => `q[${qubit}]` };
  const body = ops.flatMap((op) => statements(op, naming));
  return [
    ...dialect.head,
    ...definitions(),
    ...inputs.map((name) => `input float[64] ${name};`),
    dialect.qubits(circuit.qubits),
    ...body,
    ...(measure ? dialect.measured(circuit.qubits) : []),
    '',
  ].join('\n');
}

/** The op with numbers for the weights and features that have one. */
function bound(op: Op, params: Params): Op {
  if (!('angle' in op) || typeof op.angle === 'number') return op;
  const { scale, weight, feature, offset } = op.angle;
  const factors = [
    weight && (given(params, weight.name, weight.index) ?? { scale: 1, weight, offset: 0 }),
    feature === undefined ? undefined : (given(params, 'x', feature) ?? { scale: 1, feature, offset: 0 }),
  ];
  const product = factors.reduce<Angle>(
    (angle, factor) => (factor === undefined ? angle : times(angle, factor)),
    scale,
  );
  return { ...op, angle: plus(product, offset) };
}

function given(params: Params, name: string, index: number): number | undefined {
  const values = params[name];
  if (values === undefined) return undefined;
  const value = values[index];
  if (!Number.isFinite(value))
    throw new Error(
      `The circuit depends on entry ${index} of ${name}, which is ${value}. Give ${name} at least ${index + 1} finite numbers.`,
    );
  return value;
}

const inputsOf = (ops: readonly Op[]): readonly string[] => [
  ...new Set(ops.flatMap((op) => ('angle' in op && typeof op.angle !== 'number' ? symbols(op.angle) : []))),
];

const symbols = ({ weight, feature }: Linear) => [
  ...(weight ? [nameOf(weight)] : []),
  ...(feature === undefined ? [] : [`x_${feature}`]),
];

const nameOf = ({ name, index }: Weight) => `${name}_${index}`;

function writtenAngle(angle: Angle): string {
  if (typeof angle === 'number') return writtenNumber(angle);
  const { scale, offset } = angle;
  const factors = [...(scale === 1 ? [] : [scale === -1 ? '-' : writtenNumber(scale)]), ...symbols(angle)];
  const product = factors.join('*').replace('-*', '-');
  if (offset === 0) return product;
  return `${product} ${offset < 0 ? '-' : '+'} ${writtenNumber(Math.abs(offset))}`;
}

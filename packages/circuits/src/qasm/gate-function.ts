import { MOST_QUBITS } from '@hqnn/sim';
import type { Applied } from './applied.ts';
import { wrong } from './cursor.ts';
import { evaluate, type Names } from './evaluate.ts';
import { acted, checkUse, countOf } from './modified.ts';
import { isValue, settled } from './settled.ts';
import type { Expression, Modifier, Statement, StatementOf } from './syntax.ts';
import type { Token } from './tokens.ts';
import type { Value } from './value.ts';

/** A gate that a file may apply: so many angles and qubits to what is applied. */
export interface GateFunction {
  readonly name: string;
  readonly angles: number;
  readonly qubits: number;
  /** How many definitions stand below it. */
  readonly depth: number;
  readonly apply: (angles: readonly Value[], qubits: readonly number[], at: Token) => readonly Applied[];
}

/** What a definition sees of the file around it. */
export interface Surroundings extends Names {
  readonly gate: (name: string, at: Token) => GateFunction;
}

/** As many definitions as may stand on one another. */
const DEEPEST = 200;

/** The steps that a gate in a definition counts for. */
const STEPS = 10;

/**
 * The gate that a definition defines: each application works its body out on the angles and qubits given. What else the
 * body names has the meaning that it has where the definition stands.
 */
export function defined(definition: StatementOf<'gate'>, around: Surroundings): GateFunction {
  const { name, angles, qubits, body, at } = definition;
  checkNames(definition);
  const parts = body.flatMap((statement) => part(statement, definition, around));
  const depth = 1 + Math.max(0, ...parts.map((one) => one.gate.depth));
  if (depth > DEEPEST) throw wrong(at, `The gate ${name} stands on more than ${DEEPEST} others, one on another.`);
  return {
    name,
    angles: angles.length,
    qubits: qubits.length,
    depth,
    apply: (values, places, from) => {
      const own = new Map(angles.map((angle, k) => [angle, values[k]]));
      const names: Names = { ...around, value: (angle) => own.get(angle) as Value };
      return parts.flatMap((one) => {
        around.spend(STEPS, from);
        const given = one.angles.map((angle) => evaluate(angle, names));
        const modifiers = one.modifiers.map((modifier) => countOf(modifier, names));
        const on = one.on.map((qubit) => places[qubit]);
        return acted(one.gate, modifiers, given, on, one.at, names);
      });
    },
  };
}

function checkNames({ name, angles, qubits, at }: StatementOf<'gate'>): void {
  if (qubits.length > MOST_QUBITS)
    throw wrong(at, `The gate ${name} acts on ${qubits.length} qubits. There may be ${MOST_QUBITS}.`);
  const own = new Set<string>();
  for (const one of [...angles, ...qubits]) {
    if (own.has(one)) throw wrong(at, `The gate ${name} calls two of its own ${one}. Give each its own name.`);
    own.add(one);
  }
}

/** One gate of a definition, of which only the angles of the definition are open. */
interface Part {
  readonly gate: GateFunction;
  readonly angles: readonly Expression[];
  readonly modifiers: readonly Modifier[];
  /** Which of the gate's qubits each operand is. */
  readonly on: readonly number[];
  readonly at: Token;
}

function part(statement: Statement, definition: StatementOf<'gate'>, around: Surroundings): readonly Part[] {
  const { name } = definition;
  if (statement.kind === 'barrier') return [];
  if (statement.kind !== 'apply')
    throw wrong(statement.at, `The gate ${name} is made of gates alone, but found "${statement.at.text}".`);
  const { at } = statement;
  const open = new Set(definition.angles);
  const on = statement.operands.map((operand) => qubitOf(operand, definition));
  const gate = around.gate(statement.name, at);
  const modifiers = statement.modifiers.map((modifier) => settledModifier(modifier, open, around));
  // What a power of an open number is shows only when it is applied; all else is checked where it stands.
  const known = modifiers.filter(({ argument }) => !argument || isValue(argument));
  checkUse(
    gate,
    known.map((modifier) => countOf(modifier, around)),
    statement.angles.length,
    on,
    at,
  );
  const angles = statement.angles.map((angle) => settled(angle, open, around));
  return [{ gate, angles, modifiers, on, at }];
}

function qubitOf({ name, selections, at }: StatementOf<'apply'>['operands'][number], gate: StatementOf<'gate'>) {
  const qubit = gate.qubits.indexOf(name);
  if (qubit >= 0 && selections.length === 0) return qubit;
  const found = `${name}${selections.length > 0 ? '[…]' : ''}`;
  throw wrong(
    at,
    `Expected a qubit of the gate ${gate.name}, which are ${gate.qubits.join(', ')}, but found ${found}.`,
  );
}

function settledModifier(modifier: Modifier, open: ReadonlySet<string>, names: Names): Modifier {
  if (!modifier.argument) return modifier;
  const argument = settled(modifier.argument, open, { ...names, version: 2 });
  if (modifier.name !== 'pow' && !isValue(argument))
    throw wrong(argument.at, `How many controls ${modifier.name} takes is known where the gate is defined.`);
  return { ...modifier, argument };
}

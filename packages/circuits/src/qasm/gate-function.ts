import type { Applied } from './applied.ts';
import { wrong } from './cursor.ts';
import { evaluate, type Names } from './evaluate.ts';
import { modified } from './modified.ts';
import type { Statement, StatementOf } from './syntax.ts';
import type { Token } from './tokens.ts';
import { number, type Value } from './value.ts';

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
  /** Counts gates, and throws where a text would make more than can be held. */
  readonly spend: (gates: number, at: Token) => void;
}

/** As many definitions as may stand on one another. */
const DEEPEST = 200;

/** The gate that a definition defines: each application works its body out on the angles and qubits given. */
export function defined(definition: StatementOf<'gate'>, around: Surroundings): GateFunction {
  const { name, angles, qubits, body, at } = definition;
  for (const names of [angles, qubits]) {
    const twice = names.find((one, k) => names.indexOf(one) !== k);
    if (twice) throw wrong(at, `The gate ${name} calls two of its own ${twice}. Give each its own name.`);
  }
  const parts = body.flatMap((statement) => part(statement, definition, around));
  const depth = 1 + Math.max(0, ...parts.map((one) => one.gate.depth));
  if (depth > DEEPEST) throw wrong(at, `The gate ${name} stands on more than ${DEEPEST} others, one on another.`);
  return {
    name,
    angles: angles.length,
    qubits: qubits.length,
    depth,
    apply: (values, places, from) => {
      const names = withAngles(around, angles, values);
      return parts.flatMap(({ gate, call, on }) => {
        around.spend(1, from);
        const given = call.angles.map((angle) => evaluate(angle, names));
        return modified(
          gate,
          call.modifiers,
          given,
          on.map((qubit) => places[qubit]),
          call.at,
          names,
        );
      });
    },
  };
}

interface Part {
  readonly gate: GateFunction;
  readonly call: StatementOf<'apply'>;
  /** Which of the gate's qubits each operand is. */
  readonly on: readonly number[];
}

function part(
  statement: Statement,
  { name, qubits, angles }: StatementOf<'gate'>,
  around: Surroundings,
): readonly Part[] {
  if (statement.kind === 'barrier') return [];
  if (statement.kind !== 'apply')
    throw wrong(statement.at, `The gate ${name} is made of gates alone, but found "${statement.at.text}".`);
  const on = statement.operands.map((operand) => {
    const qubit = qubits.indexOf(operand.name);
    if (qubit < 0 || operand.selections.length > 0)
      throw wrong(
        operand.at,
        `Expected a qubit of the gate ${name}, which are ${qubits.join(', ')}, but found ${operand.name}${operand.selections.length > 0 ? '[…]' : ''}.`,
      );
    return qubit;
  });
  const gate = around.gate(statement.name, statement.at);
  // Tried on a gate that does nothing, so that a wrong definition is found where it stands, used or not.
  const names = withAngles(
    around,
    angles,
    angles.map(() => number(1)),
  );
  const given = statement.angles.map((angle) => evaluate(angle, names));
  modified({ ...gate, apply: () => [] }, statement.modifiers, given, on, statement.at, names);
  return [{ gate, call: statement, on }];
}

function withAngles<Outer extends Names>(around: Outer, angles: readonly string[], values: readonly Value[]): Outer {
  const value = (name: string, at: Token) => {
    const k = angles.indexOf(name);
    return k < 0 ? around.value(name, at) : values[k];
  };
  return { ...around, value };
}

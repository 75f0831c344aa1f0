import { type Angle, times } from '../angle.ts';
import { type Gate, rotationAbout } from '../gates.ts';
import type { FixedOp, Op, RotationOp } from '../op.ts';
import { qubitsOf } from '../op-parts.ts';
import { content, tableName } from '../table-name.ts';
import { ROUNDING } from '../tolerance.ts';
import { definingOps, PARAMETER } from './defining-ops.ts';
import type { Dialect } from './dialect.ts';
import { ctrl, gateName } from './gate-name.ts';
import { acts, euler, eulerTurns, hasPeriod2Pi, isPhase, lowered, phaseAngle } from './lowered.ts';
import { writtenNumber } from './written-number.ts';

/** How angles and qubits are called where ops are spelled. */
interface Naming {
  readonly angle: (angle: Angle) => string;
  readonly qubit: (qubit: number) => string;
}

/** Spells ops as statements; gates that the library lacks are defined on the way. */
export interface Spelling {
  readonly statements: (op: Op, naming: Naming) => readonly string[];
  /** What the statements so far need, each after those that it needs itself. */
  readonly definitions: () => readonly string[];
}

/** What has been defined so far, by what it does. */
interface Speller {
  readonly dialect: Dialect;
  readonly defined: Map<string, { readonly name: string; readonly text: string }>;
}

export function spelling(dialect: Dialect): Spelling {
  const speller: Speller = { dialect, defined: new Map() };
  return {
    statements: (op, naming) => spelled(op, naming, speller),
    definitions: () => [...speller.defined.values()].map(({ text }) => text),
  };
}

const spelled = (op: Op, naming: Naming, speller: Speller): readonly string[] =>
  lowered(op, speller.dialect).flatMap((one) =>
    'angle' in one ? turned(one, naming, speller) : still(one, naming, speller),
  );

/** A rotation by its name, or about its word, and then the phase that the word leaves out. */
function turned(op: RotationOp, naming: Naming, speller: Speller): readonly string[] {
  const { controls, angle, gate } = op;
  const { modern } = speller.dialect;
  if (isPhase(op)) return modern ? [gphase(phaseAngle(op), naming)] : [];
  const name = gateName(op, speller.dialect);
  // Under a control, what has a period of 4π goes back by α, not on by −α.
  const back = modern && controls.length > 0 && typeof angle === 'number' && angle < 0 && !(name && hasPeriod2Pi(gate));
  if (name) return [turn(op, name, naming, back)];
  const word = { ...op, gate: rotationAbout(gate.axis) };
  const known = gateName(word, speller.dialect) ?? ctrl(controls.length) + define(word.gate, speller);
  const phase = { ...op, gate: { ...rotationAbout('I'), phase: gate.phase - 1 / 2 } };
  return [turn(op, known, naming, back), ...(gate.phase === 0 ? [] : spelled(phase, naming, speller))];
}

function turn(op: RotationOp, name: string, naming: Naming, back: boolean): string {
  const angle = naming.angle(back ? times(-1, op.angle) : op.angle);
  return `${back ? 'inv @ ' : ''}${name}(${angle}) ${listed(op, naming)};`;
}

/** A gate without an angle by its name, by its Euler angles, or by a definition. */
function still(op: FixedOp, naming: Naming, speller: Speller): readonly string[] {
  const { gate, controls } = op;
  const name = gateName(op, speller.dialect);
  if (name) return [`${name} ${listed(op, naming)};`];
  if (gate.qubits > 1) return [`${ctrl(controls.length)}${define(gate, speller)} ${listed(op, naming)};`];
  const { first, middle, last, phase } = euler(gate);
  if (!speller.dialect.modern)
    return [`u3(${[middle, last, first].map(writtenNumber).join(', ')}) ${listed(op, naming)};`];
  const turns = eulerTurns(gate, op.targets[0]).filter(acts);
  return [
    ...turns.flatMap((one) => turned(one, naming, speller)),
    ...(Math.abs(phase) < ROUNDING ? [] : [gphase(phase, naming)]),
  ];
}

/** The name of a gate that is defined in the text. */
function define(row: Gate, speller: Speller): string {
  const key = content(row);
  const known = speller.defined.get(key);
  if (known) return known.name;
  const name = free(speller, `${tableName(row) ?? row.name}_`);
  const naming: Naming = {
    angle: (angle) => (typeof angle === 'number' ? writtenNumber(angle) : PARAMETER),
    qubit: (qubit) => `q${qubit}`,
  };
  const body = definingOps(row).flatMap((op) => spelled(op, naming, speller));
  const qubits = Array.from({ length: row.qubits }, (_, k) => naming.qubit(k)).join(', ');
  const angles = 'axis' in row ? `(${PARAMETER})` : '';
  speller.defined.set(key, { name, text: `gate ${name}${angles} ${qubits} { ${body.join(' ')} }` });
  return name;
}

/** A name of letters, digits and _ that is not taken: one more _ at the end until it is. */
function free(speller: Speller, wish: string): string {
  const name = wish.replace(/\W/g, '_').replace(/^[^a-z]/, 'g_');
  const taken = [...speller.defined.values()].some((other) => other.name === name);
  return taken ? free(speller, `${name}_`) : name;
}

const gphase = (angle: Angle, naming: Naming) => `gphase(${naming.angle(angle)});`;

const listed = (op: Op, naming: Naming) => qubitsOf(op).map(naming.qubit).join(', ');

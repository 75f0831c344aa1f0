import { eulerAngles } from '@hqnn/sim';
import { type Angle, times, vector } from '../angle.ts';
import { adjointGate, type Fixed, type Gate, type Rotation, rotation } from '../gates.ts';
import { controlled, cx, h, type Op, p, ry, rz, s, sdg } from '../op.ts';
import { packed } from '../packed.ts';
import { pauliWords } from '../pauli-words.ts';
import { content, tableName } from '../table-name.ts';
import type { Dialect } from './dialect.ts';
import { twoLevel } from './two-level.ts';
import { writtenNumber } from './written-number.ts';

/** How angles and qubits are called where ops are spelled. */
export interface Naming {
  readonly angle: (angle: Angle) => string;
  readonly qubit: (qubit: number) => string;
}

/** Spells ops as statements; gates that the library lacks are defined on the way. */
export interface Spelling {
  readonly statements: (op: Op, naming: Naming) => readonly string[];
  /** What the statements so far need, each after those that it needs itself. */
  readonly definitions: () => readonly string[];
}

type Turned = Extract<Op, { readonly angle: Angle }>;
type Still = Exclude<Op, Turned>;

export function spelling({ names, modern }: Dialect): Spelling {
  const defined = new Map<string, { readonly name: string; readonly text: string }>();

  const statements = (op: Op, naming: Naming): readonly string[] =>
    'angle' in op ? turned(op, naming) : still(op, naming);

  const spelledOut = (ops: readonly Op[], naming: Naming) => ops.flatMap((op) => statements(op, naming));

  /** The library's name of a gate under so many controls, with modifiers where it has none of its own. */
  const nameOf = (row: Gate, controls: number): string | undefined => {
    const own = tableName(row);
    if (own === undefined) return undefined;
    const under = names.get('c'.repeat(controls) + own);
    return under ?? (modern && names.has(own) ? ctrl(controls) + names.get(own) : undefined);
  };

  const turned = (op: Turned, naming: Naming): readonly string[] => {
    const { gate: row, angle, controls } = op;
    const name = nameOf(row, controls.length);
    const whole = name !== undefined && hasPeriod2Pi(row);
    const safe = !modern || controls.length === 0 || whole || isTurn(angle);
    if (!safe || (!name && !modern && controls.length > 0)) return spelledOut(pauliWords(op), naming);
    const back = modern && controls.length > 0 && !whole && typeof angle === 'number' && angle < 0;
    if (name) return [call(op, name, naming, back)];
    const word = { name: `r${row.axis.toLowerCase()}`, ...rotation(row.axis) };
    const phase = modern && row.phase !== 0 ? [gphase(times(-row.phase, angle), controls, naming)] : [];
    return [call(op, nameOf(word, controls.length) ?? ctrl(controls.length) + define(word), naming, back), ...phase];
  };

  const still = (op: Still, naming: Naming): readonly string[] => {
    const { gate: row, controls, targets } = op;
    const name = nameOf(row, controls.length) ?? inverted(row, controls.length);
    if (name) return [`${name} ${qubitsOf(op, naming)};`];
    const under = (ops: readonly Op[]) =>
      spelledOut(
        ops.map((one) => controlled(one, ...controls)),
        naming,
      );
    if (row.qubits > 1)
      return modern || controls.length === 0
        ? [`${ctrl(controls.length)}${define(row)} ${qubitsOf(op, naming)};`]
        : under(twoLevel(row).map((one) => moved(one, targets)));
    const { first, middle, last, phase } = euler(row);
    const angles = [middle, last, first].map(writtenNumber).join(', ');
    if (!modern && controls.length === 0) return [`u3(${angles}) ${qubitsOf(op, naming)};`];
    const [control, ...others] = controls;
    if (!modern)
      return [
        ...under([rz(first, targets[0]), ry(middle, targets[0]), rz(last, targets[0])]),
        ...spelledOut(
          [p(phase, control)].filter(acts).map((one) => controlled(one, ...others)),
          naming,
        ),
      ];
    const rest = phase - (first + middle + last) / 2;
    const u = `${ctrl(controls.length)}U(${angles}) ${qubitsOf(op, naming)};`;
    return Math.abs(rest) < TINY ? [u] : [u, gphase(rest, controls, naming)];
  };

  const inverted = (row: Fixed, controls: number) => {
    const name = modern ? nameOf(adjointGate(row), 0) : undefined;
    return name === undefined ? undefined : `${ctrl(controls)}inv @ ${name}`;
  };

  /** The name of a gate that is defined in the text. */
  const define = (row: Gate): string => {
    const key = content(row);
    const known = defined.get(key);
    if (known) return known.name;
    const taken = [...defined.values()].map(({ name }) => name);
    const name = free(`${(tableName(row) ?? row.name).replace(/\W/g, '_').replace(/^[^a-z]/, 'g_')}_`, taken);
    const naming: Naming = {
      angle: (angle) => (typeof angle === 'number' ? writtenNumber(angle) : PARAMETER),
      qubit: (qubit) => `q${qubit}`,
    };
    const body = spelledOut('axis' in row ? ladder(row) : twoLevel(row).filter(acts), naming);
    const qubits = Array.from({ length: row.qubits }, (_, k) => naming.qubit(k)).join(', ');
    const angles = 'axis' in row ? `(${PARAMETER})` : '';
    defined.set(key, { name, text: `gate ${name}${angles} ${qubits} { ${body.join(' ')} }` });
    return name;
  };

  return { statements, definitions: () => [...defined.values()].map(({ text }) => text) };
}

const PARAMETER = 'theta';
const TINY = 1e-12;

/** The gate by its angle, or undone by the opposite one. */
function call(op: Turned, name: string, naming: Naming, back: boolean): string {
  const angle = back ? times(-1, op.angle) : op.angle;
  return `${back ? 'inv @ ' : ''}${name}(${naming.angle(angle)}) ${qubitsOf(op, naming)};`;
}

/** OpenQASM 3 takes an angle modulo 2π: within a turn, a gate of period 4π by −α is undone by α instead. */
const isTurn = (angle: Angle) => typeof angle === 'number' && Math.abs(angle) < 2 * Math.PI;

/** Whether both eigenvalues of the generator are whole: a turn by 2π is then nothing, even under a control. */
const hasPeriod2Pi = ({ phase }: Rotation) => Number.isInteger(phase - 1 / 2);

/** The op of a gate's own qubits on those that it was given. */
const moved = (op: Op, targets: readonly number[]): Op => ({
  ...op,
  controls: op.controls.map((qubit) => targets[qubit]),
  targets: op.targets.map((qubit) => targets[qubit]),
});

/** Whether it is more than a turn by nothing. */
const acts = (op: Op) => !('angle' in op && typeof op.angle === 'number' && Math.abs(op.angle) < TINY);

const ctrl = (controls: number) => (controls === 0 ? '' : controls === 1 ? 'ctrl @ ' : `ctrl(${controls}) @ `);

const gphase = (angle: Angle, controls: readonly number[], naming: Naming) =>
  `${ctrl(controls.length)}gphase(${naming.angle(angle)})${controls.length > 0 ? ' ' : ''}${controls.map(naming.qubit).join(', ')};`;

const qubitsOf = ({ controls, targets }: Op, naming: Naming) => [...controls, ...targets].map(naming.qubit).join(', ');

function free(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? free(`${name}_`, taken) : name;
}

function euler(row: Fixed) {
  const angles = eulerAngles(packed(row.matrix));
  if (!angles) throw new Error(`The matrix of ${row.name} is not unitary: ${JSON.stringify(row.matrix)}.`);
  return angles;
}

/** The rotation about a word: every letter is turned into Z, the parity gathered on the last qubit, and undone again. */
function ladder({ axis }: Rotation): readonly Op[] {
  const letters = [...axis].flatMap((letter, qubit) => (letter === 'I' ? [] : [{ letter, qubit }]));
  const to = letters.flatMap(({ letter, qubit }) =>
    letter === 'X' ? [h(qubit)] : letter === 'Y' ? [sdg(qubit), h(qubit)] : [],
  );
  const from = letters.flatMap(({ letter, qubit }) =>
    letter === 'X' ? [h(qubit)] : letter === 'Y' ? [h(qubit), s(qubit)] : [],
  );
  const gather = letters.slice(1).map(({ qubit }, k) => cx(letters[k].qubit, qubit));
  const [theta] = vector(PARAMETER, 1);
  const turn = letters.length === 0 ? [] : [rz(theta, letters[letters.length - 1].qubit)];
  return [...to, ...gather, ...turn, ...[...gather].reverse(), ...from];
}

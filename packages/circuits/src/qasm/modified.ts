import { counted } from '../counted.ts';
import { type Applied, flipped, under, undone } from './applied.ts';
import { wrong } from './cursor.ts';
import { type Names, plainNumber, wholeNumber } from './evaluate.ts';
import type { GateFunction } from './gate-function.ts';
import type { Modifier } from './syntax.ts';
import type { Token } from './tokens.ts';
import { allFinite, multiplied, number, type Value } from './value.ts';

/** A modifier and its number: how many controls, or which power. */
interface CountedModifier {
  readonly name: Modifier['name'];
  readonly count: number;
}

/** The modifier with its number worked out. */
export function countOf({ name, argument, at }: Modifier, names: Names): CountedModifier {
  if (name === 'inv') return { name, count: 1 };
  if (name === 'pow') {
    if (!argument) throw wrong(at, 'pow takes a whole number, as in pow(2).');
    // 1/2 is a half here, so that the message speaks of roots.
    const count = plainNumber(argument, { ...names, version: 2 });
    if (Number.isSafeInteger(count)) return { name, count };
    throw wrong(
      argument.at,
      `pow takes a whole number, but was given ${count}: roots are not supported. Those of x and z are sx and s.`,
    );
  }
  const count = argument ? wholeNumber(argument, names) : 1;
  if (count < 1) throw wrong(at, `${name} takes a whole number from 1, but was given ${count}.`);
  return { name, count };
}

/** Throws unless a gate under these modifiers takes so many angles, and these qubits, controls first. */
export function checkUse(
  gate: GateFunction,
  modifiers: readonly CountedModifier[],
  angles: number,
  qubits: readonly number[],
  at: Token,
): void {
  if (new Set(qubits).size !== qubits.length)
    throw wrong(at, `${gate.name} was given one qubit twice. Controls and targets must all differ.`);
  const controls = modifiers.reduce((sum, { name, count }) => (isControl(name) ? sum + count : sum), 0);
  if (controls > qubits.length)
    throw wrong(at, `${gate.name} has ${counted(controls, 'control')}, but was given ${qubits.length} qubits.`);
  if (angles !== gate.angles)
    throw wrong(at, `${gate.name} takes ${counted(gate.angles, 'angle')}, but was given ${angles}.`);
  if (qubits.length - controls !== gate.qubits)
    throw wrong(at, `${gate.name} takes ${counted(gate.qubits, 'qubit')}, but was given ${qubits.length - controls}.`);
}

const isControl = (name: Modifier['name']) => name === 'ctrl' || name === 'negctrl';

/** What a gate does under its modifiers, the last of which acts first, on qubits of which the controls are the first. */
export function acted(
  gate: GateFunction,
  modifiers: readonly CountedModifier[],
  angles: readonly Value[],
  qubits: readonly number[],
  at: Token,
  { spend }: Pick<Names, 'spend'>,
): readonly Applied[] {
  const [modifier, ...inner] = modifiers;
  if (!modifier) {
    const real = angles.map((angle) => ({ ...angle, whole: false }));
    return paid(gate.apply(real, qubits, at));
  }
  const { name, count } = modifier;
  const controls = qubits.slice(0, isControl(name) ? count : 0);
  const once = acted(gate, inner, angles, qubits.slice(controls.length), at, { spend });
  if (name === 'inv') return paid(undone(once));
  if (name === 'pow') return repeated(count < 0 ? undone(once) : once, Math.abs(count), at, spend);
  const switched = paid(under(controls, once));
  return name === 'ctrl' ? switched : [...flipped(controls), ...switched, ...flipped(controls)];

  function paid(made: readonly Applied[]): readonly Applied[] {
    spend(steps(made), at);
    return made;
  }
}

/** What it takes to make these: all numbers of all. */
const steps = (made: readonly Applied[]) =>
  made.reduce((sum, one) => sum + 1 + one.controls.length + ('angle' in one ? one.angle.terms.length : 0), 0);

/** A rotation turns so many times as far; anything else is applied so many times. */
function repeated(once: readonly Applied[], times: number, at: Token, spend: Names['spend']): readonly Applied[] {
  const [single] = once;
  if (single && once.length === 1 && single.kind !== 'fixed')
    return [{ ...single, angle: timesFinite(times, single.angle, at) }];
  if (once.length === 0) return [];
  spend(times * steps(once), at);
  return Array.from({ length: times }, () => once).flat();
}

function timesFinite(times: number, angle: Value, at: Token): Value {
  const product = multiplied(number(times), angle);
  if (!allFinite(product)) throw wrong(at, `The angle ${angle.constant} times ${times} is not a finite number.`);
  return product;
}

import { counted } from '../counted.ts';
import { type Applied, flipped, under, undone } from './applied.ts';
import { wrong } from './cursor.ts';
import { wholeNumber } from './evaluate.ts';
import type { GateFunction, Surroundings } from './gate-function.ts';
import type { Modifier } from './syntax.ts';
import type { Token } from './tokens.ts';
import { allFinite, multiplied, number, type Value } from './value.ts';

/** A gate under its modifiers, the last of which acts first, on qubits of which the controls are the first. */
export function modified(
  gate: GateFunction,
  modifiers: readonly Modifier[],
  angles: readonly Value[],
  qubits: readonly number[],
  at: Token,
  names: Surroundings,
): readonly Applied[] {
  if (new Set(qubits).size !== qubits.length)
    throw wrong(at, `${gate.name} was given one qubit twice. Controls and targets must all differ.`);
  const [modifier, ...inner] = modifiers;
  if (!modifier) return applied(gate, angles, qubits, at);
  const count = modifier.argument ? wholeNumber(modifier.argument, names) : 1;
  if (modifier.name === 'inv' || modifier.name === 'pow') {
    const once = modified(gate, inner, angles, qubits, at, names);
    if (modifier.name === 'inv') return undone(once);
    if (!modifier.argument) throw wrong(modifier.at, 'pow takes a whole number, as in pow(2).');
    return repeated(count < 0 ? undone(once) : once, Math.abs(count), at, names);
  }
  if (count < 1) throw wrong(modifier.at, `${modifier.name} takes a whole number from 1, but was given ${count}.`);
  if (count > qubits.length)
    throw wrong(at, `${modifier.name}(${count}) takes ${count} controls, but there are ${qubits.length} qubits.`);
  const [controls, rest] = [qubits.slice(0, count), qubits.slice(count)];
  const switched = under(controls, modified(gate, inner, angles, rest, at, names));
  return modifier.name === 'ctrl' ? switched : [...flipped(controls), ...switched, ...flipped(controls)];
}

function applied(gate: GateFunction, angles: readonly Value[], qubits: readonly number[], at: Token) {
  if (angles.length !== gate.angles)
    throw wrong(at, `${gate.name} takes ${counted(gate.angles, 'angle')}, but was given ${angles.length}.`);
  if (qubits.length !== gate.qubits)
    throw wrong(at, `${gate.name} takes ${counted(gate.qubits, 'qubit')}, but was given ${qubits.length}.`);
  return gate.apply(
    angles.map((angle) => ({ ...angle, whole: false })),
    qubits,
    at,
  );
}

function timesFinite(times: number, angle: Value, at: Token): Value {
  const product = multiplied(number(times), angle);
  if (!allFinite(product)) throw wrong(at, `The angle ${angle.constant} times ${times} is not a finite number.`);
  return product;
}

/** A rotation turns so many times as far; anything else is applied so many times. */
function repeated(once: readonly Applied[], times: number, at: Token, { spend }: Surroundings): readonly Applied[] {
  const [single] = once;
  if (single && once.length === 1 && single.kind !== 'fixed')
    return [{ ...single, angle: timesFinite(times, single.angle, at) }];
  if (once.length === 0) return [];
  spend(times * once.length, at);
  return Array.from({ length: times }, () => once).flat();
}

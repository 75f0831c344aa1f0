import { qubitsOf } from '../op-parts.ts';
import { type Applied, opsOf } from './applied.ts';
import { wrong } from './cursor.ts';
import { type CarryOut, DECLARE } from './declare.ts';
import { type Draft, surroundings } from './draft.ts';
import { evaluate } from './evaluate.ts';
import { LIBRARY_FILES, libraryGates } from './library.ts';
import { acted, checkUse, countOf } from './modified.ts';
import type { Scope } from './names.ts';
import { indices, type Places, placesOf } from './registers.ts';
import type { Statement } from './syntax.ts';
import type { Token } from './tokens.ts';
import { number } from './value.ts';

/** Carries statements out, one after another, where these names are known. */
export function carryOut(statements: readonly Statement[], here: Scope, draft: Draft): void {
  for (const statement of statements) (WAYS[statement.kind] as CarryOut<Statement['kind']>)(statement, here, draft);
}

const WAYS: { readonly [Kind in Statement['kind']]: CarryOut<Kind> } = {
  ...DECLARE,
  include: ({ file, at }, here, draft) => {
    if (LIBRARY_FILES.includes(file)) here.library(libraryGates());
    else carryOut(draft.include(file, at), here, draft);
  },
  apply: ({ name, modifiers, angles, operands, at }, here, draft) => {
    const names = surroundings(draft, here);
    const gate = here.gate(name, at);
    const counts = modifiers.map((modifier) => countOf(modifier, names));
    const given = angles.map((angle) => evaluate(angle, names));
    const places = operands.map((operand) => placesOf('qubits', operand, here, names));
    for (const on of broadcast(places, at, draft)) {
      checkUse(gate, counts, given.length, on, at);
      for (const one of acted(gate, counts, given, on, at, draft)) act(one, at, draft);
    }
  },
  measure: ({ qubits, bits, at }, here, draft) => {
    const names = surroundings(draft, here);
    const { places } = placesOf('qubits', qubits, here, names);
    for (const qubit of places) draft.finals.measure(qubit, at);
    if (!bits) return;
    const into = placesOf('bits', bits, here, names).places;
    if (into.length !== places.length)
      throw wrong(at, `${places.length} qubits are measured into ${into.length} bits. There must be as many.`);
    into.forEach((bit, k) => draft.finals.store(places[k], bit));
  },
  barrier: ({ operands }, here, draft) => {
    for (const operand of operands) placesOf('qubits', operand, here, surroundings(draft, here));
  },
  reset: ({ operand, at }, here, draft) => {
    const { places } = placesOf('qubits', operand, here, surroundings(draft, here));
    for (const qubit of places) draft.finals.reset(qubit, at);
  },
  for: ({ name, over, body, at }, here, draft) => {
    for (const value of indices(over, undefined, at, surroundings(draft, here))) {
      draft.spend(2 * STEPS, at);
      const inside = here.inner();
      inside.declare(name, { kind: 'value', value: number(value, true) }, at);
      carryOut(body, inside, draft);
    }
  },
};

/** The steps that an op counts for; a block counts for two. */
const STEPS = 10;

function act(applied: Applied, at: Token, { spend, finals, ops }: Draft): void {
  const made = opsOf(applied);
  spend(STEPS * made.length, at);
  for (const op of made) for (const qubit of qubitsOf(op)) finals.act(qubit, at);
  ops.push(...made);
}

/** The qubits of each single application: registers go entry by entry, a single qubit with each. */
function broadcast(operands: readonly Places[], at: Token, { spend }: Draft): readonly (readonly number[])[] {
  const lengths = new Set(operands.filter(({ single }) => !single).map(({ places }) => places.length));
  if (lengths.size > 1)
    throw wrong(at, `Registers of ${[...lengths].join(' and ')} qubits do not go together. They must be equally long.`);
  const [length = 1] = lengths;
  spend(length * (1 + operands.length), at);
  return Array.from({ length }, (_, k) => operands.map(({ places, single }) => places[single ? 0 : k]));
}

import { wrong } from './cursor.ts';
import { type Names, wholeNumber } from './evaluate.ts';
import { outside, type Scope } from './names.ts';
import type { Operand, Selection } from './syntax.ts';
import type { Token } from './tokens.ts';

/** Qubits or bits, one after another; a single one goes with each of as many others as there are. */
export interface Places {
  readonly places: readonly number[];
  readonly single: boolean;
}

/** The qubits or bits that an operand names, each once. */
export function placesOf(kind: 'qubits' | 'bits', operand: Operand, scope: Scope, names: Names): Places {
  const { name, selections, at } = operand;
  const whole: Places = scope.register(kind, name, at);
  const chosen = selections.reduce((from, selection) => selected(from, selection, name, at, names), whole);
  names.spend(1 + chosen.places.length, at);
  return chosen;
}

function selected({ places, single }: Places, selection: Selection, name: string, at: Token, names: Names): Places {
  if (single) throw wrong(at, `${name} is a single one and has no entries to choose from.`);
  const entry = (index: number) => {
    const place = places[index < 0 ? places.length + index : index];
    if (place === undefined) throw wrong(at, outside(name, index, places.length));
    return place;
  };
  if ('index' in selection) return { places: [entry(wholeNumber(selection.index, names))], single: true };
  const chosen = indices(selection, places.length, at, names).map(entry);
  checkDistinct(chosen, name, at);
  return { places: chosen, single: false };
}

/** Throws if what a name stands for would be the same qubit or bit twice. */
export function checkDistinct(places: readonly number[], name: string, at: Token): void {
  if (new Set(places).size !== places.length)
    throw wrong(at, `What ${name} is taken from has an entry twice. The entries of a register must all differ.`);
}

/** Whole numbers as a selection lists them, or counts them from first to last; below 0, from the end of `length`. */
export function indices(selection: Selection, length: number | undefined, at: Token, names: Names): readonly number[] {
  if ('list' in selection) return selection.list.map((one) => wholeNumber(one, names));
  if ('index' in selection || (length === undefined && !(selection.first && selection.last)))
    throw wrong(at, 'A range that counts has a first and a last number, as [0:3].');
  const end = length ?? 0;
  const from = (value: number) => (value < 0 ? end + value : value);
  const step = selection.step ? wholeNumber(selection.step, names) : 1;
  if (step === 0) throw wrong(at, 'A range goes by steps of 0. Its step is a whole number other than 0.');
  const first = selection.first ? from(wholeNumber(selection.first, names)) : step > 0 ? 0 : end - 1;
  const last = selection.last ? from(wholeNumber(selection.last, names)) : step > 0 ? end - 1 : 0;
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  if (count > MOST) throw wrong(at, `A range has ${count} entries. It has ${MOST} at most.`);
  names.spend(count, at);
  return Array.from({ length: count }, (_, k) => first + k * step);
}

/** As many entries as a range, a register of bits or an array may have. */
export const MOST = 100_000;

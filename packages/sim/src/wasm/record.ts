import type { Arena } from './arena.ts';
import { RECORDS } from './kernels.ts';

type Records = typeof RECORDS;
export type RecordName = keyof Records;
type FieldName<Name extends RecordName> = Records[Name][number];

/** Every field of a record by its name: whole numbers, addresses, 0 or 1. */
export type Fields<Name extends RecordName> = { readonly [Field in FieldName<Name>]: number };

/** Bytes of a record. */
export const sizeOf = (name: RecordName) => 4 * RECORDS[name].length;

/** For each field of a record, its place behind the first. */
export function fieldsOf<Name extends RecordName>(name: Name): Fields<Name> {
  const names: readonly string[] = RECORDS[name];
  return Object.fromEntries(names.map((field, k) => [field, k])) as Fields<Name>;
}

/** Records one after another; answers with the address of the first. */
export function place<Name extends RecordName>(arena: Arena, name: Name, records: readonly Fields<Name>[]): number {
  const address = arena.take(records.length * sizeOf(name));
  const values = records.flatMap((fields) => RECORDS[name].map((field) => fields[field as FieldName<Name>]));
  arena.integers.set(values, address / 4);
  return address;
}

/** Whole numbers one after another; answers with the address of the first. */
export function placeIntegers(arena: Arena, values: ArrayLike<number>): number {
  const address = arena.take(4 * values.length);
  arena.integers.set(values, address / 4);
  return address;
}

/** Numbers of the simulator's precision one after another; answers with the address of the first. */
export function placeNumbers(arena: Arena, values: ArrayLike<number>): number {
  const address = arena.take(arena.width * values.length);
  arena.numbers.set(values, address / arena.width);
  return address;
}

import type { Arena } from './arena.ts';
import { RECORDS } from './kernels.ts';

type Records = typeof RECORDS;
export type RecordName = keyof Records;

/** Every field of a record by its name: whole numbers, addresses, 0 or 1. */
export type Fields<Name extends RecordName> = { readonly [Field in Records[Name][number]]: number };

/** Bytes of a record. */
export const sizeOf = (name: RecordName) => 4 * RECORDS[name].length;

/** Writes fields of a record at an address. */
export function write<Name extends RecordName>(
  { integers }: Arena,
  address: number,
  name: Name,
  fields: Partial<Fields<Name>>,
): void {
  const all: Readonly<Record<string, number | undefined>> = fields;
  RECORDS[name].forEach((field, k) => {
    const value = all[field];
    if (value !== undefined) integers[address / 4 + k] = value;
  });
}

/** Records one after another; answers with the address of the first. */
export function place<Name extends RecordName>(arena: Arena, name: Name, records: readonly Fields<Name>[]): number {
  const address = arena.take(Math.max(1, records.length) * sizeOf(name));
  records.forEach((fields, k) => {
    write(arena, address + k * sizeOf(name), name, fields);
  });
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

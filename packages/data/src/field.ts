import type { Json } from './dataset.ts';

/** A named part of what a step was given or learned: the value if it obeys the rule, an error if not. */
export type Field<T extends Json = Json> = (value: unknown, path: string, width: number) => T;

export type Values = { readonly [name: string]: Json };

/** A field for each of these values. */
export type Fields<V extends Values> = { readonly [K in keyof V]: Field<V[K]> };

/** A finite number; −0, which JSON lacks, becomes 0. */
export function number(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw broken(path, 'a finite number', value);
  return value + 0;
}

/** A whole number, 1 or more. */
export function count(value: unknown, path: string): number {
  if (!Number.isInteger(value) || number(value, path) < 1) throw broken(path, 'a whole number, 1 or more', value);
  return number(value, path);
}

/** A whole number, 0 or more, as places and counts that may be none are. */
export function place(value: unknown, path: string): number {
  if (!Number.isInteger(value) || number(value, path) < 0) throw broken(path, 'a whole number, 0 or more', value);
  return number(value, path);
}

export function flag(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw broken(path, 'true or false', value);
  return value;
}

export const oneOf =
  <T extends string>(...names: readonly T[]) =>
  (value: unknown, path: string): T => {
    const name = names.find((candidate) => candidate === value);
    if (name === undefined) throw broken(path, `one of ${names.join(', ')}`, value);
    return name;
  };

export const orNull =
  <T extends Json>(field: Field<T>): Field<T | null> =>
  (value, path, width) =>
    value === null ? null : field(value, path, width);

export const list =
  <T extends Json>(field: Field<T>): Field<readonly T[]> =>
  (value, path, width) => {
    if (!Array.isArray(value)) throw broken(path, 'a list', value);
    return value.map((item, k) => field(item, `${path}[${k}]`, width));
  };

/** A list of as many entries as a sample has numbers. */
export const perFeature =
  <T extends Json>(field: Field<T>): Field<readonly T[]> =>
  (value, path, width) => {
    if (!Array.isArray(value) || value.length !== width)
      throw broken(path, `a list with an entry for each of the ${width} features`, value);
    return list(field)(value, path, width);
  };

export const record =
  <V extends Values>(fields: Fields<V>): Field<V> =>
  (value, path, width) => {
    if (typeof value !== 'object' || value === null) throw broken(path, 'an object', value);
    const given = new Map(Object.entries(value));
    const values = Object.entries<Field>(fields).map(([name, field]) => [
      name,
      field(given.get(name), `${path}.${name}`, width),
    ]);
    return Object.fromEntries(values) as V;
  };

/** Rows and columns of the image that a sample is. */
export const imageShape: Field<readonly [number, number]> = (value, path, width) => {
  const [rows, columns, ...rest] = list(count)(value, path, width);
  if (rows * columns !== width || rest.length > 0)
    throw broken(path, `rows and columns of an image of ${width} pixels`, value);
  return [rows, columns];
};

/** The error of a field that does not obey its rule. */
export function broken(path: string, rule: string, value: unknown): Error {
  const found = value === undefined ? 'is missing' : `is ${shown(value)}`;
  return new Error(`${path} must be ${rule}, but ${found}.`);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
    ? JSON.stringify(value).slice(0, 60)
    : String(value);
}

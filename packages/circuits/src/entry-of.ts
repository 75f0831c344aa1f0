/** The entry of a table by its name, or an error that lists the names. */
export function entryOf<Table extends object>(table: Table, name: keyof Table, what: string): Table[keyof Table] {
  if (!Object.hasOwn(table, name))
    throw new Error(`There is no ${what} ${String(name)}. There are ${Object.keys(table).join(', ')}.`);
  return table[name];
}

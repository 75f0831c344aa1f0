import { adjointGate, GATES, type Gate } from './gates.ts';

/** The name in the table of a gate that does the same, whatever it calls itself. */
export function tableName(row: Gate): string | undefined {
  return NAMES.get(content(row));
}

/** What a gate does, as text. */
export const content = (row: Gate): string => JSON.stringify('axis' in row ? [row.axis, row.phase] : row.matrix);

/** The rows of the table, and the inverses of those that are not their own. */
export const ROWS: readonly Gate[] = Object.values<Gate>(GATES).flatMap((row) => {
  const inverse = 'matrix' in row ? adjointGate(row) : row;
  return inverse === row ? [row] : [row, inverse];
});

const NAMES: ReadonlyMap<string, string> = new Map(ROWS.map((row) => [content(row), row.name]));

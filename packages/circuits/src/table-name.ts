import { adjointGate, GATES, type Gate } from './gates.ts';

/** The name in the table of a gate that does the same, whatever it calls itself. */
export function tableName(row: Gate): string | undefined {
  return NAMES.get(content(row));
}

/** What a gate does, as text. */
export const content = (row: Gate): string => JSON.stringify('axis' in row ? [row.axis, row.phase] : row.matrix);

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.values<Gate>(GATES).flatMap((row) => [
    ...('matrix' in row ? [[content(adjointGate(row)), adjointGate(row).name] as const] : []),
    [content(row), row.name] as const,
  ]),
);

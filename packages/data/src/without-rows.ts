import { type Dataset, rowsOf } from './dataset.ts';

/** The data without these samples; an error if a class would lose all that it has. */
export function withoutRows(step: string, data: Dataset, rows: readonly number[]): Dataset {
  if (rows.length === 0) return data;
  const dropped = new Set(rows);
  const left = [...data.labels.keys()].filter((row) => !dropped.has(row));
  const classes = new Set(left.map((row) => data.labels[row]));
  const lost = data.labels.find((label) => !classes.has(label));
  if (lost !== undefined)
    throw new Error(
      `${step} would drop ${rows.length} of ${data.labels.length} training samples, and with them all of class ${lost}. ` +
        'Let the steps before it leave more that tells the classes apart, or leave it out.',
    );
  return rowsOf(data, left);
}

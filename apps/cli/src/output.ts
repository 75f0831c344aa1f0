/** Results go to stdout; whatever else there is to say goes to stderr. */
export const print = (text: string) => process.stdout.write(`${text}\n`);

export const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A share as a bar of twenty blocks. */
export const bar = (share: number) => '█'.repeat(Math.round(20 * share)).padEnd(20, '░');

export const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** An accuracy with its interval, and what it was measured on. */
export function measured(accuracy: number, [low, high]: readonly [number, number], n: number): string {
  return `${percent(accuracy)}, 95 % interval ${(100 * low).toFixed(2)} to ${percent(high)}, on ${n} images`;
}

/** Rows in columns, each as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, k) => Math.max(widest[k] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, k) => cell.padEnd(widths[k]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

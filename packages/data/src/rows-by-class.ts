/** Each label in ascending order, with its rows. */
export function rowsByClass(labels: ArrayLike<number>): readonly (readonly [label: number, rows: readonly number[]])[] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const found = rows.get(labels[row]);
    if (found) found.push(row);
    else rows.set(labels[row], [row]);
  }
  return [...rows].sort(([a], [b]) => a - b);
}

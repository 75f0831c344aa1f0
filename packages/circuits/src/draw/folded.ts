/** The columns in blocks, in order, of which each keeps to the width, unless it is one column that is wider. */
export function folded<Column>(
  columns: readonly Column[],
  widthOf: (column: Column) => number,
  width: number,
): readonly (readonly Column[])[] {
  const blocks: Column[][] = [[]];
  let used = 0;
  for (const column of columns) {
    const next = widthOf(column);
    if (used + next > width && used > 0) {
      blocks.push([]);
      used = 0;
    }
    blocks[blocks.length - 1].push(column);
    used += next;
  }
  return blocks;
}

/** A drawing folds at a number, and at none if that is Infinity. */
export function checkWidth(who: string, width: number): void {
  if (!(typeof width === 'number' && width >= 0))
    throw new Error(`${who} was given width ${width}. It folds at a number from 0, and nowhere at Infinity.`);
}

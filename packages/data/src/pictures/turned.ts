import type { Picture } from './picture.ts';

/** For each EXIF orientation from 1: whether rows and columns are exchanged, and which then run backwards. */
const TURNS = [
  { exchanged: false, up: false, left: false },
  { exchanged: false, up: false, left: true },
  { exchanged: false, up: true, left: true },
  { exchanged: false, up: true, left: false },
  { exchanged: true, up: false, left: false },
  { exchanged: true, up: false, left: true },
  { exchanged: true, up: true, left: true },
  { exchanged: true, up: true, left: false },
] as const;

/** A picture as it is to be seen, from the way it is stored: cameras turn the picture by a note, not by its pixels. */
export function turned(picture: Picture, orientation: number): Picture {
  if (orientation === 1) return picture;
  const { exchanged, up, left } = TURNS[orientation - 1];
  const [rows, columns] = exchanged ? [picture.columns, picture.rows] : [picture.rows, picture.columns];
  const gray = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const y = up ? rows - 1 - row : row;
    for (let column = 0; column < columns; column++) {
      const x = left ? columns - 1 - column : column;
      gray[row * columns + column] = picture.gray[exchanged ? x * picture.columns + y : y * picture.columns + x];
    }
  }
  return { gray, rows, columns };
}

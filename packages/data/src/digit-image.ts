import { areaAverage } from './area-average.ts';

/** The side of an MNIST image, the box that its ink fills, and the pixel that the ink's centre of mass falls on. */
const [SIDE, BOX, CENTRE] = [28, 20, 14];

/** The least difference of gray, of 255, between ink and paper. */
const CONTRAST = 16;

/**
 * A picture of one digit as 784 numbers from 0 to 1, made as the images of MNIST were: ink bright on dark, cropped,
 * its longer side scaled to 20 pixels, its centre of mass put in the centre of 28 × 28.
 * A picture of 28 × 28 pixels is only turned, dark on bright to bright on dark, if need be.
 */
export function digitImage(gray: Uint8Array, rows: number, columns: number): Float32Array {
  if (gray.length !== rows * columns || gray.length === 0)
    throw new Error(
      `A picture of ${rows} × ${columns} has ${rows * columns} gray values, but ${gray.length} were given.`,
    );
  const paper = paperOf(gray, columns);
  const ink = inkOf(gray, columns, paper);
  if (rows === SIDE && columns === SIDE)
    return Float32Array.from(gray, (value) => (paper > 127 ? 255 - value : value) / 255);
  const { top, left, height, width } = bounds(ink, rows, columns);
  const cropped = Float64Array.from(
    { length: height * width },
    (_, k) => ink[(top + Math.floor(k / width)) * columns + left + (k % width)],
  );
  const scale = BOX / Math.max(height, width);
  const [high, wide] = [height, width].map((side) => Math.max(1, Math.round(side * scale)));
  return centred(areaAverage([height, width], [high, wide])(cropped), high, wide);
}

/** The gray of the paper: what the border mostly shows. */
function paperOf(gray: Uint8Array, columns: number): number {
  const border = gray.filter(
    (_, k) => k < columns || k >= gray.length - columns || k % columns === 0 || k % columns === columns - 1,
  );
  return border.toSorted()[border.length >> 1];
}

/** How far each pixel is from the paper, in units of the darkest ink. */
function inkOf(gray: Uint8Array, columns: number, paper: number): Float64Array {
  const sign = paper > 127 ? -1 : 1;
  const raw = Float64Array.from(gray, (value) => Math.max(0, sign * (value - paper)));
  const darkest = raw.reduce((most, value) => Math.max(most, value), 0);
  if (darkest < CONTRAST)
    throw new Error(
      `There is no ink in this picture of ${gray.length / columns} × ${columns} pixels: its gray values differ from the border's, ${paper}, ` +
        `by ${darkest} at most. A digit is written dark on bright or bright on dark.`,
    );
  // Less than a tenth is the grain of the paper.
  return raw.map((value) => (value < darkest / 10 ? 0 : value / darkest));
}

function bounds(ink: Float64Array, rows: number, columns: number) {
  const inked = (row: number, column: number) => ink[row * columns + column] > 0;
  const range = (length: number) => [...Array(length).keys()];
  const usedRows = range(rows).filter((row) => range(columns).some((column) => inked(row, column)));
  const usedColumns = range(columns).filter((column) => range(rows).some((row) => inked(row, column)));
  const [top, left] = [usedRows[0], usedColumns[0]];
  return { top, left, height: (usedRows.at(-1) ?? top) - top + 1, width: (usedColumns.at(-1) ?? left) - left + 1 };
}

function centred(ink: Float64Array, height: number, width: number): Float32Array {
  const mass = ink.reduce((sum, value) => sum + value, 0);
  const moment = (at: (k: number) => number) => ink.reduce((sum, value, k) => sum + value * at(k), 0) / mass;
  const place = (centre: number, length: number) => Math.min(Math.max(Math.round(CENTRE - centre), 0), SIDE - length);
  const top = place(
    moment((k) => Math.floor(k / width)),
    height,
  );
  const left = place(
    moment((k) => k % width),
    width,
  );
  const image = new Float32Array(SIDE * SIDE);
  ink.forEach((value, k) => {
    image[(top + Math.floor(k / width)) * SIDE + left + (k % width)] = value;
  });
  return image;
}

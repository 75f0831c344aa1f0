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
  const sign = paper > 127 ? -1 : 1;
  const darkest = darkestOf(gray, columns, paper, sign);
  if (rows === SIDE && columns === SIDE)
    return Float32Array.from(gray, (value) => (paper > 127 ? 255 - value : value) / 255);
  // Less than a tenth is the grain of the paper.
  const inkOf = (value: number) => (sign * (value - paper) < darkest / 10 ? 0 : (sign * (value - paper)) / darkest);
  const { top, left, height, width } = bounds(gray, columns, inkOf);
  const cropped = new Float64Array(height * width);
  for (let k = 0; k < cropped.length; k++)
    cropped[k] = inkOf(gray[(top + Math.floor(k / width)) * columns + left + (k % width)]);
  const scale = BOX / Math.max(height, width);
  const [high, wide] = [height, width].map((side) => Math.max(1, Math.round(side * scale)));
  return centred(areaAverage([height, width], [high, wide])(cropped), high, wide);
}

/** The gray of the paper: what the border mostly shows, its median. */
function paperOf(gray: Uint8Array, columns: number): number {
  const counts = new Uint32Array(256);
  const last = gray.length - columns;
  for (let k = 0; k < columns; k++) counts[gray[k]]++;
  for (let k = columns; k < last; k += columns) {
    counts[gray[k]]++;
    if (columns > 1) counts[gray[k + columns - 1]]++;
  }
  if (last > 0) for (let k = last; k < gray.length; k++) counts[gray[k]]++;
  let left = counts.reduce((sum, count) => sum + count, 0) >> 1;
  return counts.findIndex((count) => {
    left -= count;
    return left < 0;
  });
}

/** How far the darkest ink is from the paper. */
function darkestOf(gray: Uint8Array, columns: number, paper: number, sign: number): number {
  let darkest = 0;
  for (let k = 0; k < gray.length; k++) darkest = Math.max(darkest, sign * (gray[k] - paper));
  if (darkest < CONTRAST)
    throw new Error(
      `There is no ink in this picture of ${gray.length / columns} × ${columns} pixels: its gray values differ from the border's, ${paper}, ` +
        `by ${darkest} at most. A digit is written dark on bright or bright on dark.`,
    );
  return darkest;
}

/** The box around the ink. */
function bounds(gray: Uint8Array, columns: number, inkOf: (value: number) => number) {
  let [top, left, bottom, right] = [gray.length, columns, 0, 0];
  for (let start = 0, row = 0; start < gray.length; start += columns, row++)
    for (let column = 0; column < columns; column++)
      if (inkOf(gray[start + column]) > 0) {
        top = Math.min(top, row);
        bottom = row;
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
  return { top, left, height: bottom - top + 1, width: right - left + 1 };
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

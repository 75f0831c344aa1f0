import type { CsvOptions } from './csv-table.ts';
import { type PixelOptions, shapeOf } from './pixels.ts';

/** What the first row says of all others. */
export interface CsvLayout {
  /** The first row, counted from 1: blank lines may stand before it. */
  readonly row: number;
  readonly columns: number;
  /** Whether that row is the header, and no sample. */
  readonly header: boolean;
  /** The place of the column of labels, from 0. */
  readonly label: number;
  /** How many features the others are. */
  readonly width: number;
  readonly shape: PixelOptions['shape'];
  /** `column x1`, by the header, or `column 4`, counted from 1. */
  readonly nameOf: (column: number) => string;
}

export function csvLayout(first: readonly string[], row: number, options: CsvOptions): CsvLayout {
  const names = first.map((field) => field.trim());
  const columns = names.length;
  if (columns < 2)
    throw new Error(
      `A row has a label and at least one feature, but row ${row} has one column. Commas, semicolons or tabs divide columns.`,
    );
  const header = options.header ?? looksLikeHeader(names, options.label);
  const label = labelColumn(header ? names : [], columns, options.label);
  return {
    row,
    columns,
    header,
    label,
    width: columns - 1,
    shape: shapeOf(columns - 1, options.shape),
    nameOf: (column) => `column ${header && names[column] ? names[column] : column + 1}`,
  };
}

/** A row of names: one is that of the label, or none of the features is a number. */
function looksLikeHeader(names: readonly string[], label?: string): boolean {
  if (names.includes(label ?? 'label')) return true;
  const place = labelColumn(names, names.length, label === 'first' ? label : undefined);
  return names.every((name, column) => column === place || name === '' || Number.isNaN(Number(name)));
}

function labelColumn(names: readonly string[], columns: number, label?: string): number {
  const wanted = label ?? 'label';
  const place = names.indexOf(wanted);
  if (place >= 0 && names.includes(wanted, place + 1))
    throw new Error(`Two columns are named ${wanted}. Give the one with the labels another name.`);
  if (place >= 0) return place;
  if (label === undefined || label === 'last') return columns - 1;
  if (label === 'first') return 0;
  const fact = names.length > 0 ? `the columns are ${list(names)}` : 'the first row has no names';
  throw new Error(`No column is named ${label}: ${fact}.`);
}

const list = (names: readonly string[]): string =>
  names.length > 10 ? `${names.slice(0, 9).join(', ')}, … ${names[names.length - 1]}` : names.join(', ');

import type { ClassedDataset } from './class-rows.ts';
import { csvClasses } from './csv-classes.ts';
import { type CsvLayout, csvLayout } from './csv-layout.ts';
import { csvNumbers } from './csv-numbers.ts';
import { checkWhite, divideByWhite, type PixelOptions } from './pixels.ts';

/** What a CSV file means. */
export interface CsvOptions extends PixelOptions {
  /** The column of the labels: its name in the header, `first` or `last`. By default that named label, else the last. */
  readonly label?: string;
  /** Whether the first row has the names of the columns. By default it has if none of its features is a number. */
  readonly header?: boolean;
  /** The classes to take, of at least two, label k being the k-th; by default all, numbers or words in their order. */
  readonly classes?: readonly (number | string)[];
}

/** A row of a CSV file, as a parser gives it. */
interface ParsedRow {
  readonly data: readonly string[];
  readonly errors: readonly { readonly type: string; readonly message: string }[];
}

/** A table that takes one row after the other and becomes a dataset; a broken rule is an error at its row. */
export interface CsvTable {
  readonly add: (row: ParsedRow) => void;
  readonly dataset: () => ClassedDataset;
}

export function csvTable(options: CsvOptions): CsvTable {
  checkWhite(options.white);
  const classes = csvClasses(options.classes);
  let row = 0;
  let begun: { readonly layout: CsvLayout; readonly numbers: ReturnType<typeof csvNumbers> } | undefined;

  function add({ data: fields, errors }: ParsedRow): void {
    row++;
    const quotes = errors.find(({ type }) => type === 'Quotes');
    if (quotes) throw new Error(`Row ${row}: ${quotes.message}. Inside quotes, a quote is written twice.`);
    if (fields.length === 1 && fields[0].trim() === '') return;
    if (!begun) {
      const layout = csvLayout(fields, row, options);
      begun = { layout, numbers: csvNumbers(layout) };
      if (layout.header) return;
    }
    const { layout, numbers } = begun;
    if (fields.length !== layout.columns)
      throw new Error(`Row ${row} has ${fields.length} columns, but row ${layout.row} has ${layout.columns}.`);
    if (classes.add(fields[layout.label], () => `Row ${row}, ${layout.nameOf(layout.label)}`)) numbers.add(fields, row);
  }

  function dataset(): ClassedDataset {
    if (!begun) throw new Error('A CSV of samples has one row or more, but this one has none.');
    const { layout, numbers } = begun;
    const labelled = classes.labelled(layout.nameOf(layout.label));
    const features = numbers.joined();
    divideByWhite(features, layout.shape !== undefined, options.white);
    return { features, ...labelled, width: layout.width, ...(layout.shape && { shape: layout.shape }) };
  }

  return { add, dataset };
}

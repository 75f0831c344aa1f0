import type { ClassedDataset } from './class-rows.ts';
import { type CsvOptions, csvTable } from './csv-table.ts';

/**
 * The samples of a CSV text (RFC 4180: quotes, any line endings; commas, semicolons or tabs, told by the first rows),
 * one a row, with their labels in one column and numbers in all others. Blank lines are skipped. An error names the row,
 * counted from 1 as a spreadsheet does, and the column. For large files in Node there is `readCsv`, which streams.
 */
export async function csvDataset(text: string, options: CsvOptions = {}): Promise<ClassedDataset> {
  const table = csvTable(options);
  // Loaded when asked for: pages that read no CSV go without.
  const { default: papa } = await import('papaparse');
  papa.parse<string[]>(text, { step: table.add });
  return table.dataset();
}

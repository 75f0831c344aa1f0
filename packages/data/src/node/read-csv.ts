import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ClassedDataset } from '../class-rows.ts';
import { type CsvOptions, csvTable } from '../csv-table.ts';
import { about } from './about.ts';

/** How many bytes are read at a time. */
const PIECE = 2 ** 20;

/** The samples of a CSV file in UTF-8, as csvDataset reads them, row by row: the text is never held as a whole. */
export async function readCsv(path: string, options: CsvOptions = {}): Promise<ClassedDataset> {
  const table = csvTable(options);
  const { default: papa } = await import('papaparse');
  return about(path, async () => {
    const stream = Readable.from(texts(createReadStream(path, { highWaterMark: PIECE })));
    await new Promise<void>((resolve, reject) => {
      papa.parse<string[]>(stream, { step: table.add, complete: () => resolve(), error: reject });
    }).finally(() => stream.destroy());
    return table.dataset();
  });
}

/** The pieces of a file as text, without a byte order mark. */
async function* texts(file: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of file) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (reason) {
    if (reason instanceof TypeError) throw new Error('A CSV file is text in UTF-8, but this one is not.');
    throw reason;
  }
}

/** A place in a text: both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What readQasm throws, and all that it throws: where the text is wrong, and what was expected there. */
export class QasmError extends Error {
  override readonly name = 'QasmError';
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(file: string, { line, column }: Place, message: string) {
    super(`${file}:${line}:${column}: ${message}`);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

import type { CsvLayout } from './csv-layout.ts';

/** The features of rows as they come, kept in a byte each while a stretch of rows has nothing but whole numbers to 255. */
export interface CsvNumbers {
  readonly add: (fields: readonly string[], row: number) => void;
  readonly joined: () => Float32Array;
}

/** Rows that are turned into numbers before they are packed. */
const STRETCH = 1024;

export function csvNumbers({ width, columns, label, nameOf }: CsvLayout): CsvNumbers {
  const packed: (Uint8Array | Float32Array)[] = [];
  const stretch = new Float32Array(STRETCH * width);
  let end = 0;

  function add(fields: readonly string[], row: number): void {
    if (end === stretch.length) {
      packed.push(pack(stretch));
      end = 0;
    }
    for (let column = 0; column < columns; column++) {
      if (column === label) continue;
      const value = Math.fround(Number(fields[column]));
      if (!Number.isFinite(value) || (value === 0 && fields[column].trim() === ''))
        throw new Error(`Row ${row}, ${nameOf(column)} ${fault(fields[column])}`);
      stretch[end++] = value;
    }
  }

  function joined(): Float32Array {
    const parts = [...packed, stretch.subarray(0, end)];
    const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let start = 0;
    for (const part of parts) {
      whole.set(part, start);
      start += part.length;
    }
    return whole;
  }

  return { add, joined };
}

function pack(values: Float32Array): Uint8Array | Float32Array {
  const bytes = new Uint8Array(values);
  for (let k = 0; k < bytes.length; k++) if (bytes[k] !== values[k]) return values.slice();
  return bytes;
}

function fault(field: string): string {
  const rule = 'but every feature is a finite number of single precision, with a point for its fraction.';
  return field.trim() === '' ? `is empty, ${rule}` : `is ${field.trim().slice(0, 40)}, ${rule}`;
}

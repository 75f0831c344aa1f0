import type { IdxHeader } from './idx-header.ts';

/** An error, with the likely cause, unless the file is as long as its header says. */
export function checkLength(header: IdxHeader, file: Uint8Array): void {
  if (file.length !== header.length) throw wrongLength(header, file, `${file.length - header.start} follow it`);
}

/** The error of a file of another length: as many bytes `follow` the header, of which `file` has the first. */
export function wrongLength({ shape, start, length }: IdxHeader, file: Uint8Array, follow: string): Error {
  return new Error(`The header says ${shape.join(' × ')} bytes, but ${follow}: ${cause(start, length, file)}`);
}

function cause(start: number, length: number, file: Uint8Array): string {
  const { lf, crlf } = lineEndings(file);
  const short = file.length < length;
  if (wasText(file)) return 'the file has been converted as if it were text. Download it again, as binary.';
  if (lf > 0 && crlf === lf && (!short || lineEndings(file.subarray(0, start)).lf > 0))
    return 'every 0A stands after a 0D, so a conversion of line endings has damaged the file. Download it again, as binary.';
  const fact = short ? 'the file is cut short' : 'the file goes on after its end';
  return lf > 0 && crlf === 0
    ? `${fact}, or a conversion of line endings has turned every 0D 0A into 0A. Download it again, as binary.`
    : `${fact}. Download it again.`;
}

function lineEndings(bytes: Uint8Array): { readonly lf: number; readonly crlf: number } {
  let lf = 0;
  let crlf = 0;
  for (let k = 0; k < bytes.length; k++) {
    if (bytes[k] !== 0x0a) continue;
    lf++;
    if (bytes[k - 1] === 0x0d) crlf++;
  }
  return { lf, crlf };
}

/** Whether bytes that are no text were decoded as UTF-8 and encoded again, each of them as the replacement character. */
function wasText(file: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file).includes('\ufffd');
  } catch {
    return false;
  }
}

import type { FetchProgress } from '@hqnn/data/node';
import { bar, megabytes } from './output.ts';

/** What a download tells people on stderr: a line a file, and on a terminal one that moves. */
export function transfer(stream: NodeJS.WriteStream = process.stderr) {
  let under = '';
  let last = 0;
  return {
    onProgress: ({ file, bytes, total }: FetchProgress) => {
      if (file !== under) stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}fetching ${file}\n`);
      under = file;
      if (!stream.isTTY || performance.now() - last < 100) return;
      last = performance.now();
      stream.write(`\r\x1b[K${bar(bytes / total)} ${megabytes(bytes)} of ${megabytes(total)}`);
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}

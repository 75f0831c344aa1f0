import { fetchMnist, REMOTE_SETS, type RemoteSetName } from '@hqnn/data/node';
import { EXIT } from './exit.ts';
import { megabytes, print, printJson, table } from './output.ts';
import { transfer } from './transfer.ts';

export interface FetchFlags {
  readonly set: RemoteSetName;
  readonly to?: string;
  readonly mirror?: readonly string[];
  readonly json?: boolean;
}

/** Fetches a data set where it is not there yet, and says where it is. */
export async function fetchData({ set, to, mirror, json }: FetchFlags): Promise<void> {
  const live = transfer();
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Error('Interrupted.'));
  process.once('SIGINT', interrupt);
  try {
    const options = { set, signal: controller.signal, onProgress: live.onProgress };
    const folder = await fetchMnist({
      ...options,
      ...(to === undefined ? {} : { to }),
      ...(mirror ? { mirrors: mirror } : {}),
    }).finally(live.end);
    const { files } = REMOTE_SETS[set];
    if (json) printJson({ schema: 1, set, folder, files });
    else print(report(set, folder));
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    process.stderr.write('Interrupted. What has come is kept, and the same command goes on from there.\n');
    process.exitCode = EXIT.interrupted;
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

function report(set: RemoteSetName, folder: string): string {
  const { files } = REMOTE_SETS[set];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return table([
    ['data set', `${set}: ${files.length} files, ${megabytes(bytes)}, of the right SHA-256`],
    ['folder', folder],
    ['to use it', `hqnn train --data ${folder}`],
  ]);
}

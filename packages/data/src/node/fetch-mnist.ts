import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { type FetchProgress, fetchFiles } from './fetch-files.ts';
import { REMOTE_SETS, type RemoteSet, type RemoteSetName } from './remote-sets.ts';

/** What to fetch, from where, to where. */
export interface FetchOptions {
  readonly set?: RemoteSetName;
  /** The folder; by default that of the set in the cache: HQNN_CACHE, or hqnn among the user's caches. */
  readonly to?: string;
  /** Addresses of folders on the web, the first to be asked first; by default those of REMOTE_SETS. */
  readonly mirrors?: readonly string[];
  readonly onProgress?: (progress: FetchProgress) => void;
  /** Ends it; what is there by then is gone on with the next time. */
  readonly signal?: AbortSignal;
  /** How long a mirror may send nothing before it is asked again. */
  readonly stallSeconds?: number;
}

/**
 * The folder with the four official files of MNIST or a relative, for readIdxFolder, downloaded where they are not there
 * yet. A file is asked of each mirror in turn, up to three times; an interrupted download goes on where it was. None has
 * its name before its SHA-256 is right, so that several processes may fetch into one folder at once.
 */
export async function fetchMnist({
  set = 'mnist',
  to = join(cacheFolder(), set),
  mirrors,
  onProgress,
  signal,
  stallSeconds = 30,
}: FetchOptions = {}): Promise<string> {
  if (!Object.hasOwn(REMOTE_SETS, set))
    throw new Error(
      `No data set is named ${set}. Those that can be fetched are ${Object.keys(REMOTE_SETS).join(', ')}.`,
    );
  const { files, mirrors: usual }: RemoteSet = REMOTE_SETS[set];
  await fetchFiles(to, files, { mirrors: mirrors ?? usual, onProgress, signal, stallSeconds, pauseSeconds: 1 });
  return to;
}

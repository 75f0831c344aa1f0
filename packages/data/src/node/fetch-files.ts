import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DownloadOptions, digestOfFile, downloadFile } from './download-file.ts';
import type { RemoteFile } from './remote-sets.ts';

/** How far a download is. */
export interface FetchProgress {
  /** The file that is under way. */
  readonly file: string;
  /** Of all files together: how many bytes are there, and how many there are to be. */
  readonly bytes: number;
  readonly total: number;
}

export interface FetchFilesOptions extends Omit<DownloadOptions, 'onBytes'> {
  readonly onProgress: ((progress: FetchProgress) => void) | undefined;
}

/** Brings those files into a folder that are not there, one after the other. */
export async function fetchFiles(
  folder: string,
  files: readonly RemoteFile[],
  { onProgress, ...options }: FetchFilesOptions,
): Promise<void> {
  checkMirrors(options.mirrors);
  options.signal?.throwIfAborted();
  await mkdir(folder, { recursive: true });
  const there = await Promise.all(files.map((file) => isThere(join(folder, file.name), file)));
  const missing = files.filter((_, k) => !there[k]);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = total - missing.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const file of missing) {
    const onBytes = (bytes: number) => onProgress?.({ file: file.name, bytes: before + bytes, total });
    await downloadFile(join(folder, file.name), file, { ...options, onBytes });
    before += file.bytes;
  }
}

function checkMirrors(mirrors: readonly string[]): void {
  if (mirrors.length === 0) throw new Error('There is no mirror to fetch from. Name one, or leave mirrors out.');
  const strange = mirrors.find((mirror) => !/^https?:/i.test(mirror) || !URL.canParse(mirror));
  if (strange !== undefined)
    throw new Error(
      `A mirror is the address of a folder on the web, as https://example.org/mnist/, but not ${strange}.`,
    );
}

/** Whether the file is there already. Another file under its name is not ours to replace. */
async function isThere(path: string, { sha256 }: RemoteFile): Promise<boolean> {
  const found = await digestOfFile(path).catch((reason) => {
    if (reason.code === 'ENOENT') return undefined;
    throw reason;
  });
  if (found !== undefined && found !== sha256)
    throw new Error(
      `${path} is there already, but is not the file of that name in this set: its SHA-256 is ${found}. ` +
        'Remove it, or fetch into another folder.',
    );
  return found !== undefined;
}

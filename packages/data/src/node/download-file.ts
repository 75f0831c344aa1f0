import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askMirror, MirrorError } from './mirror.ts';
import { claimPart, leavePart } from './part-file.ts';
import type { RemoteFile } from './remote-sets.ts';

/** How a file is downloaded. */
export interface DownloadOptions {
  readonly mirrors: readonly string[];
  readonly stallSeconds: number;
  /** Before a mirror is asked again, and twice as long before the next time. */
  readonly pauseSeconds: number;
  readonly signal: AbortSignal | undefined;
  /** Is told how many bytes are there. */
  readonly onBytes: (bytes: number) => void;
}

/** How often one mirror is asked for one file. */
const TRIES = 3;

/**
 * Brings a file from the first mirror that has it. It gets its name when all of it is on the disk and its SHA-256 is
 * right; what an interruption leaves is gone on with the next time, from whichever mirror, as the digest tells at the end
 * whether it fits together.
 */
export async function downloadFile(path: string, file: RemoteFile, options: DownloadOptions): Promise<void> {
  const part = await claimPart(path);
  const reasons: string[] = [];
  try {
    for (const mirror of options.mirrors) {
      const url = new URL(file.name, mirror.endsWith('/') ? mirror : `${mirror}/`).href;
      const reason = await failure(url, part, file, options);
      if (reason === undefined) return await rename(part, path);
      reasons.push(`${url} ${reason}.`);
    }
  } finally {
    await leavePart(part, path);
  }
  throw new Error(
    `${file.name} could not be fetched: ${reasons.join(' ')} Name another mirror, or put the file into ${dirname(path)} yourself.`,
  );
}

/** Why a mirror did not give the file, after as many tries as are sensible; undefined if it did. */
async function failure(
  url: string,
  part: string,
  file: RemoteFile,
  options: DownloadOptions,
): Promise<string | undefined> {
  const { pauseSeconds, signal } = options;
  // Appends whatever its position, and makes the file if it is not there.
  const handle = await open(part, 'a+');
  try {
    let etag: string | undefined;
    const onEtag = (found: string | undefined) => {
      etag = found;
    };
    for (let tries = 1; ; tries++) {
      try {
        const start = await complete(handle, url, file, { ...options, etag, onEtag });
        await checkDigest(handle, part, file, start > 0);
        return undefined;
      } catch (error) {
        if (!(error instanceof MirrorError)) throw error;
        if (error.remedy === 'whole') await handle.truncate(0);
        if (error.remedy === 'none' || tries === TRIES) return error.message;
      }
      await pause(1000 * pauseSeconds * 2 ** (tries - 1), undefined, signal ? { signal } : {}).catch(() => {});
      signal?.throwIfAborted();
    }
  } finally {
    await handle.close();
  }
}

interface Version {
  readonly etag: string | undefined;
  readonly onEtag: (etag: string | undefined) => void;
}

/** Appends the bytes that are missing; how many of those that were there are part of it. */
async function complete(
  handle: FileHandle,
  url: string,
  file: RemoteFile,
  { stallSeconds, signal, onBytes, etag, onEtag }: DownloadOptions & Version,
): Promise<number> {
  const from = await usable(handle, file);
  if (from === file.bytes) return from;
  const reply = await askMirror(url, { bytes: file.bytes, from, etag, stallSeconds, signal });
  onEtag(reply.etag);
  await handle.truncate(reply.start);
  let end = reply.start;
  for await (const chunk of reply.chunks) {
    await handle.appendFile(chunk);
    end += chunk.length;
    onBytes(end);
  }
  return reply.start;
}

/** How many bytes are there that can be gone on with. */
async function usable(handle: FileHandle, { bytes }: RemoteFile): Promise<number> {
  const { size } = await handle.stat();
  if (size <= bytes) return size;
  await handle.truncate(0);
  return 0;
}

/** An error unless the bytes on the disk are the file. Those of two downloads may not fit together; then all are needed. */
async function checkDigest(handle: FileHandle, part: string, { sha256 }: RemoteFile, resumed: boolean): Promise<void> {
  await handle.sync();
  const found = await digestOfFile(part);
  if (found === sha256) return;
  await handle.truncate(0);
  throw new MirrorError(`sent other bytes than those of the file (SHA-256 ${found})`, resumed ? 'whole' : 'none');
}

/** SHA-256 of a file, as 64 hexadecimal digits. */
export const digestOfFile = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

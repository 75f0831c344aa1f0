import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * A path beside `path` for one download alone, so that several may run at once. If an earlier one was interrupted, what
 * it had is there, to be gone on with; otherwise there is no such file yet.
 */
export async function claimPart(path: string): Promise<string> {
  const own = `${path}.${hostname()}.${process.pid}.${randomUUID().slice(0, 8)}.part`;
  for (const part of await abandonedParts(path)) {
    // However many try this, one succeeds.
    const mine = await rename(part, own).then(
      () => true,
      () => false,
    );
    if (mine) break;
  }
  return own;
}

/** Leaves what a download has, if anything, for the next to go on with. */
export async function leavePart(part: string, path: string): Promise<void> {
  try {
    if ((await stat(part)).size === 0) await rm(part);
    else await rename(part, `${path}.part`);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'ENOENT') throw reason;
  }
}

/** What was left, and what belonged to processes of this machine that are no more. */
async function abandonedParts(path: string): Promise<readonly string[]> {
  const [folder, name] = [dirname(path), basename(path)];
  const owned = `${name}.${hostname()}.`;
  const abandoned = (part: string) => {
    if (part === `${name}.part`) return true;
    const owner = part.startsWith(owned) && /^(\d+)\.[0-9a-f]+\.part$/.exec(part.slice(owned.length));
    return owner && !isRunning(Number(owner[1]));
  };
  return (await readdir(folder)).filter(abandoned).map((part) => join(folder, part));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code === 'EPERM';
  }
}

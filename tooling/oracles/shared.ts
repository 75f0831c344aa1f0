import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file beside the repository, too large to be kept in it, or undefined where it is not; in CI it must be there. */
export function sharedFile(path: string): string | undefined {
  const folder = process.env.HQNN_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
  if (existsSync(`${folder}/${path}`)) return `${folder}/${path}`;
  if (process.env.CI) throw new Error(`${folder}/${path} is missing. Set HQNN_SHARED to the folder that has ${path}.`);
  return undefined;
}

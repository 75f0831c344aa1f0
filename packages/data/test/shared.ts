import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the official MNIST set, or undefined where there is none; in CI it must be there. */
export function officialMnist(name: string): string | undefined {
  const shared = process.env.HQNN_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
  const path = `${shared}/mnist/${name}`;
  if (existsSync(path)) return path;
  if (process.env.CI) throw new Error(`${path} is missing. Set HQNN_SHARED to the folder that has mnist/${name}.`);
  return undefined;
}

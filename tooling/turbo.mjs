// How turbo is called: its command and arguments, whatever the shell and the platform.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './process.mjs';

/** One task a core, at least two. */
const concurrency = Math.max(2, availableParallelism());

export const turbo = (...args) => [
  process.execPath,
  [join(root, 'node_modules', 'turbo', 'bin', 'turbo'), ...args, `--concurrency=${concurrency}`],
];

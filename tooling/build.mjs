// The first step of every check of built packages: everything installed and built, both only if something changed.
import { quietly } from './process.mjs';
import { prepare } from './setup.mjs';
import { turbo } from './turbo.mjs';

/** Installs and builds, and answers with the environment in which to go on. */
export async function built() {
  const { env } = await prepare('full');
  await quietly('building', ...turbo('run', 'build', '--filter=!@hqnn/docs', '--output-logs=errors-only'), env);
  return env;
}

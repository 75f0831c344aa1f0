// What a package's users get: the tarball that pnpm packs, where publishConfig's exports have taken the place of ours.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output } from './process.mjs';

/** Packs a built package into a folder and answers with the tarball's path. */
export async function packed({ folder, manifest }, into, env) {
  // It is built already, so its own prepack need not build it again.
  const { stdout, all, code } = await output('pnpm', ['pack', '--json', '--pack-destination', into], {
    cwd: folder,
    env: { ...env, npm_config_ignore_scripts: 'true' },
  });
  if (code !== 0) throw new Error(`${manifest.name} could not be packed:\n${all.trim()}`);
  return JSON.parse(stdout.slice(stdout.indexOf('{'))).filename;
}

/** Gives a new folder to a function, and removes it when that is done. */
export async function inTemporaryFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'hqnn-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A page's files, made as a stranger makes them: our package from its tarball, and esbuild with no option of ours.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demandGreen } from './checks.mjs';
import { packed } from './pack.mjs';
import { output } from './process.mjs';

/** Puts a built package, which needs no other, into a folder's node_modules. */
export async function unpacked(workspace, folder, env) {
  const place = join(folder, 'node_modules', workspace.manifest.name);
  mkdirSync(place, { recursive: true });
  const tarball = await packed(workspace, folder, env);
  demandGreen(await output('tar', ['-xzf', tarball, '-C', place, '--strip-components=1']));
}

/** Bundles programs of a folder, each into a file beside it. */
export async function bundled(names, folder) {
  // Only now, as nothing need be installed when this file is loaded.
  const { build } = await import('esbuild');
  const entryPoints = names.map((name) => join(folder, name));
  const { warnings } = await build({ entryPoints, outdir: folder, bundle: true, format: 'esm', logLevel: 'silent' });
  if (warnings.length) throw new Error(`esbuild warns: ${warnings.map(({ text }) => text).join('\n')}`);
}

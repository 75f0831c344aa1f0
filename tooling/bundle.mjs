// A page's files, made as a stranger makes them: our packages from their tarballs, and esbuild with no option of ours.
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demandGreen } from './checks.mjs';
import { packed } from './pack.mjs';
import { output } from './process.mjs';

/** Puts a built package, without what it needs, into a folder's node_modules. */
export async function unpacked(workspace, folder, env) {
  const place = join(folder, 'node_modules', workspace.manifest.name);
  mkdirSync(place, { recursive: true });
  const tarball = await packed(workspace, folder, env);
  demandGreen(await output('tar', ['-xzf', tarball, '-C', place, '--strip-components=1']));
}

/** Puts packages that a workspace has installed there too, by links to where they are. */
export function linked(names, workspace, folder) {
  for (const name of names) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(realpathSync(join(workspace.folder, 'node_modules', name)), place, 'junction');
  }
}

/** Bundles programs of a folder, each into a file beside it: for a page, if no option says otherwise. */
export async function bundled(names, folder, options = {}) {
  // Only now, as nothing need be installed when this file is loaded.
  const { build } = await import('esbuild');
  const entryPoints = names.map((name) => join(folder, name));
  const asked = { entryPoints, outdir: folder, bundle: true, format: 'esm', logLevel: 'silent', ...options };
  const { warnings } = await build(asked);
  if (warnings.length) throw new Error(`esbuild warns: ${warnings.map(({ text }) => text).join('\n')}`);
}

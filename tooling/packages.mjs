// The packages as others will see them: manifests that agree, nothing unused, tarballs that publint and attw accept.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { built } from './build.mjs';
import { demandGreen, runChecks } from './checks.mjs';
import { inTemporaryFolder, packed } from './pack.mjs';
import { output } from './process.mjs';
import { packages } from './workspaces.mjs';

/** How many bytes a package's main entry may add to a page: bundled, minified, gzipped. */
const MOST_BYTES = { '@hqnn/sim': 60_000 };

const env = await built();
const tool = async (name, ...args) => demandGreen(await output('pnpm', ['exec', name, ...args], { env }));

/** Names and texts of the files in a tarball, which keeps each in blocks of 512 bytes behind a header. */
function filesOf(tarball) {
  const bytes = gunzipSync(readFileSync(tarball));
  const files = new Map();
  for (let at = 0; bytes[at]; ) {
    const field = (start, length) => bytes.toString('utf8', at + start, at + start + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12), 8);
    files.set(field(0, 100), bytes.toString('utf8', at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

function contents(tarball) {
  const files = filesOf(tarball);
  for (const name of ['LICENSE', 'README.md', 'package.json']) {
    if (!files.has(`package/${name}`)) throw new Error(`The tarball has no ${name}.`);
  }
  const source = [...files.keys()].find((name) => /\.test\.|\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
  if (source) throw new Error(`The tarball holds ${source}, which only development needs.`);
  if (files.get('package/package.json').includes('hqnn-source')) {
    throw new Error(
      'The packed package.json has the condition hqnn-source, which leads to sources that are not packed.',
    );
  }
}

async function size({ folder, manifest }, most) {
  // Only now, as nothing need be installed when this file is loaded.
  const { build } = await import('esbuild');
  const entryPoints = [join(folder, manifest.publishConfig.exports['.'].default)];
  const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, format: 'esm', write: false });
  const bytes = gzipSync(outputFiles[0].contents).length;
  if (bytes > most)
    throw new Error(
      `Bundled, minified and gzipped, the main entry has ${bytes} bytes. It may have ${most}: more waits too long for a page.`,
    );
}

await inTemporaryFolder((folder) =>
  runChecks([
    ['sherif: the manifests agree', () => tool('sherif')],
    ['knip: nothing is unused or unlisted', () => tool('knip', '--no-progress')],
    ...packages().flatMap((workspace) => {
      const tarball = packed(workspace, folder, env);
      tarball.catch(() => {});
      const { name } = workspace.manifest;
      return [
        [`${name}: the tarball holds what it must and no more`, async () => contents(await tarball)],
        [`${name}: publint`, async () => tool('publint', '--strict', await tarball)],
        ...(name in MOST_BYTES
          ? [[`${name}: the main entry is small enough for a page`, () => size(workspace, MOST_BYTES[name])]]
          : []),
        [`${name}: are the types wrong?`, async () => tool('attw', '--profile', 'esm-only', await tarball)],
      ];
    }),
  ]),
);

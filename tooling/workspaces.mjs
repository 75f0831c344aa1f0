// The packages and apps of the repository, as their manifests tell.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

const foldersIn = (parent) =>
  readdirSync(join(root, parent))
    .sort()
    .map((name) => join(root, parent, name))
    .filter((folder) => existsSync(join(folder, 'package.json')));

const workspace = (folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) });

/** What is in packages/: what others install. */
export const packages = () => foldersIn('packages').map(workspace);

/** What is in packages/ and in apps/. */
export const workspaces = () => [...packages(), ...foldersIn('apps').map(workspace)];

/** Every way into a package: `@hqnn/sim`, `@hqnn/sim/testing`. */
export const entryPoints = ({ name, exports }) => Object.keys(exports).map((path) => name + path.slice(1));

/** The packages of ours that a package needs, itself included. */
export function closure(name, all = workspaces()) {
  const { dependencies = {} } = all.find(({ manifest }) => manifest.name === name).manifest;
  const ours = Object.keys(dependencies).filter((other) => all.some(({ manifest }) => manifest.name === other));
  return [...new Set([name, ...ours.flatMap((other) => closure(other, all))])];
}

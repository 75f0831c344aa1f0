// The arrows between packages hold, and each rule about them is seen to fail on a small house that breaks it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demandGreen, runChecks } from './checks.mjs';
import { output, root } from './process.mjs';
import { prepare } from './setup.mjs';

/** A forbidden import a line: the rule that must see it, the file, what the file imports. */
const BROKEN = [
  ['arrows-of-sim', 'packages/sim/src/index.ts', '@hqnn/circuits'],
  ['sim-alone', 'packages/sim/src/index.ts', 'node:fs'],
  ['arrows-of-circuits', 'packages/circuits/src/index.ts', '@hqnn/autodiff'],
  ['arrows-of-autodiff', 'packages/autodiff/src/index.ts', '@hqnn/data'],
  ['tfjs-in-its-folder', 'packages/autodiff/src/index.ts', '@tensorflow/tfjs-core'],
  ['main-entry-without-tfjs', 'packages/autodiff/src/index.ts', './tfjs/index.ts'],
  ['arrows-of-data', 'packages/data/src/index.ts', '@hqnn/sim'],
  ['data-without-tfjs', 'packages/data/src/index.ts', '@tensorflow/tfjs-core'],
  ['arrows-of-classifier', 'packages/classifier/src/index.ts', '../../../apps/cli/src/index.ts'],
  ['no-app', 'apps/studio/src/index.ts', '../../cli/src/index.ts'],
  ['known-packages', 'packages/novel/src/index.ts', '@hqnn/sim'],
  ['pages-too', 'packages/circuits/src/index.ts', 'node:fs'],
  ['no-cycles', 'packages/circuits/src/index.ts', './other.ts'],
  ['resolvable', 'packages/circuits/src/index.ts', '@hqnn/nowhere'],
];

const NAMES = ['sim', 'circuits', 'autodiff', 'data', 'classifier', 'novel'];

function house(folder) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const link = (name, target) => {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(target, join(folder, 'node_modules', name), 'junction');
  };
  for (const name of NAMES) {
    const exports = { '.': { 'hqnn-source': './src/index.ts', default: './dist/index.js' } };
    write(`packages/${name}/package.json`, JSON.stringify({ name: `@hqnn/${name}`, type: 'module', exports }));
    write(`packages/${name}/src/index.ts`, 'export const here = 1;\n');
    link(`@hqnn/${name}`, join(folder, 'packages', name));
  }
  write('packages/autodiff/src/tfjs/index.ts', "export * as tf from '@tensorflow/tfjs-core';\n");
  write('packages/circuits/src/other.ts', "export * as back from './index.ts';\n");
  write('apps/cli/src/index.ts', "export * as sim from '@hqnn/sim';\n");
  write('apps/studio/src/index.ts', 'export const here = 1;\n');
  write('node_modules/@tensorflow/tfjs-core/package.json', '{ "name": "@tensorflow/tfjs-core", "main": "index.js" }');
  write('node_modules/@tensorflow/tfjs-core/index.js', 'module.exports = {};\n');
  return write;
}

const cruise = (folder, ...options) => {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.mjs');
  return output(process.execPath, [program, '--config', config, ...options, 'packages', 'apps'], { cwd: folder });
};

/** The rules that a house breaks which imports `imported` in `file`, and nothing else that it should not. */
async function brokenRules(file, imported) {
  const folder = mkdtempSync(join(tmpdir(), 'hqnn-arrows-'));
  try {
    const write = house(folder);
    if (file) write(file, `export * as wrong from '${imported}';\n`);
    const { stdout } = await cruise(folder, '--output-type', 'json');
    return JSON.parse(stdout).summary.violations.map(({ rule }) => rule.name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await prepare('full');
// The kernels of @hqnn/sim are among the sources, once they are compiled.
await import('../packages/sim/kernels/build.mjs');
await runChecks([
  ['the packages and apps keep to the arrows', async () => demandGreen(await cruise(root))],
  [
    'a house that keeps to the arrows is let through',
    async () => {
      const rules = await brokenRules();
      if (rules.length) throw new Error(`Rules were reported broken: ${rules.join(', ')}.`);
    },
  ],
  ...BROKEN.map(([rule, file, imported]) => [
    `${rule} forbids ${file} to import ${imported}`,
    async () => {
      const rules = await brokenRules(file, imported);
      if (!rules.includes(rule)) throw new Error(`It was let through; rules reported: ${rules.join(', ') || 'none'}.`);
    },
  ]),
]);

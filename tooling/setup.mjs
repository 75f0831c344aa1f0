// The set-up behind `npm run train` and `npm test`: the pinned pnpm, and an install only when something has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { output, quietly, root, say } from './process.mjs';
import { workspaces } from './workspaces.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const stampFile = join(root, 'node_modules', '.hqnn-setup.json');

const INSTALLS = {
  training: {
    step: 'installing what training needs',
    args: ['install', '--frozen-lockfile', '--prod', '--filter', 'hqnn', '--filter', '@hqnn/cli...'],
  },
  full: { step: 'installing', args: ['install', '--frozen-lockfile'] },
};

/** Stops, with the remedy, on a Node that is older than the one package.json asks for. */
export function checkNode(version = process.versions.node, wanted = manifest.engines.node.replace('>=', '')) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(
    `hqnn needs Node ${wanted} or newer, but this is Node ${version}. Install a newer one from nodejs.org.`,
  );
}

/** Installs what is asked for if it is not there yet; says what is there and with which environment to go on. */
export async function prepare(asked) {
  const stamp = readStamp();
  // Training never takes the development dependencies away again.
  const kind = asked === 'full' || existsSync(join(root, 'node_modules', 'vitest')) ? 'full' : 'training';
  const pnpmFolder = pnpmOnPath() ?? pnpmOf(stamp) ?? (await fetchedPnpm());
  const env = environment(pnpmFolder);
  const key = fingerprint();
  if (stamp.kind !== kind || stamp.key !== key) {
    const { step, args } = INSTALLS[kind];
    await quietly(step, join(pnpmFolder, process.platform === 'win32' ? 'pnpm.cmd' : 'pnpm'), args, env);
    writeFileSync(stampFile, `${JSON.stringify({ kind, key, pnpmFolder })}\n`);
  }
  return { kind, env };
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

/** What an install depends on: the lock file, every manifest, the Node that runs. */
function fingerprint() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((name) => join(root, name));
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of [...files, ...workspaces().map(({ folder }) => join(folder, 'package.json'))]) {
    hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const pinned = manifest.packageManager.replace('pnpm@', '');

/** Whether a folder's `pnpm` is the pinned one, found without starting it: another version would fetch or ask. */
function isPinned(folder) {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return name === 'pnpm' && version === pinned;
  } catch {
    return false;
  }
}

/** The folder on PATH whose `pnpm` is the first, if it is the pinned one. */
function pnpmOnPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const first = folders.find((folder) => folder !== '' && existsSync(join(folder, 'pnpm')));
  return first && isPinned(dirname(dirname(realpathSync(join(first, 'pnpm'))))) ? first : undefined;
}

const pnpmOf = ({ pnpmFolder }) =>
  pnpmFolder && isPinned(join(dirname(pnpmFolder), 'pnpm')) && existsSync(join(pnpmFolder, 'pnpm'))
    ? pnpmFolder
    : undefined;

/** The folder where npx keeps the pinned pnpm, after fetching it if need be. */
async function fetchedPnpm() {
  say(`fetching pnpm ${pinned} …`);
  const { stdout, all, code } = await output('npx', [
    '--yes',
    '--package',
    `pnpm@${pinned}`,
    '-c',
    'node -p process.env.PATH',
  ]);
  const folder = stdout
    .trim()
    .split(delimiter)
    .find((entry) => isPinned(join(dirname(entry), 'pnpm')));
  if (code === 0 && folder) return folder;
  throw new Error(
    `npx could not fetch pnpm ${pinned}, which installs hqnn's packages. This is what it printed:\n\n${all.trim()}\n`,
  );
}

function environment(pnpmFolder) {
  const shared = join(dirname(root), 'shared');
  return {
    ...process.env,
    PATH: `${pnpmFolder}${delimiter}${process.env.PATH ?? ''}`,
    TURBO_TELEMETRY_DISABLED: '1',
    // Named, so that turbo's cache can tell a run with the oracles from one without.
    ...(existsSync(shared) ? { HQNN_SHARED: process.env.HQNN_SHARED ?? shared } : {}),
  };
}

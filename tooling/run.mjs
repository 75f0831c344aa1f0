// What `npm run train`, `npm test` and `npm run docs` call: sets up with nothing but Node, npm and git, then runs the task.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { forward, quietly, root, say } from './process.mjs';
import { checkNode, prepare } from './setup.mjs';
import { testTotals } from './totals.mjs';
import { turbo } from './turbo.mjs';
import { workspaces } from './workspaces.mjs';

const TASKS = { train, test, docs };

/** Installs and builds what training needs, then hands over to the command line: `hqnn train …options`. */
async function train(options) {
  const { kind, env } = await prepare('training');
  // A training set-up has no type packages, so it builds no declarations; a full one shares its build with `npm test`.
  const buildEnv = kind === 'training' ? { ...env, HQNN_DTS: 'off' } : env;
  await quietly('building', ...turbo('run', 'build', '--filter=@hqnn/cli...', '--output-logs=errors-only'), buildEnv);
  return forward(process.execPath, [join(root, 'apps', 'cli', 'dist', 'main.js'), 'train', ...options], env);
}

/** Installs everything, then builds, type-checks and tests every package; options go to turbo. */
async function test(options) {
  const { env } = await prepare('full');
  for (const { folder } of workspaces()) rmSync(join(folder, 'coverage', 'tests.json'), { force: true });
  const tasks = ['run', 'build', 'typecheck', 'test', '--filter=!@hqnn/docs', '--continue=dependencies-successful'];
  const green = await quietly(
    'building, type-checking and testing',
    ...turbo(...tasks, '--output-logs=errors-only', ...options),
    env,
  ).then(
    () => true,
    (error) => {
      say(error.message);
      return false;
    },
  );
  return testTotals(green);
}

/** Builds the site, where a dead link is an error. */
async function docs(options) {
  const { env } = await prepare('full');
  const args = turbo('run', 'build', '--filter=@hqnn/docs', '--output-logs=errors-only', ...options);
  await quietly('building the site', ...args, env);
  say('the site is in apps/docs/.vitepress/dist.');
  return 0;
}

async function main([task, ...options]) {
  if (!Object.hasOwn(TASKS, task ?? '')) {
    throw new Error(`tooling/run.mjs takes a task, train, test or docs, but was given ${task ?? 'nothing'}.`);
  }
  checkNode();
  // npm drops the -- before a script's options, pnpm hands it on.
  return TASKS[task](options[0] === '--' ? options.slice(1) : options);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    say(error.message);
    process.exitCode = 1;
  },
);

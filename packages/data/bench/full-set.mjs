// What the full training set costs, beside its goals: HQNN_MNIST=FOLDER pnpm --filter @hqnn/data bench, where the folder
// has the official files. Each line is measured in a process of its own; --json prints one document.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { machine } from '../../../tooling/bench/machine.mjs';
import { distanceOf, short } from '../../../tooling/bench/wording.mjs';

/** In seconds, images a second or MB. */
const GOALS = {
  'load 60,000 images': { unit: 's', goal: 1.5 },
  'PCA-32, fitted': { unit: 's', goal: 3 },
  'PCA-32, applied': { unit: 'images/s', goal: 100_000 },
  'memory in all': { unit: 'MB', goal: 400 },
  'a pair of the mnist package': { unit: 's', goal: 0.25 },
};

const folder = process.env.HQNN_MNIST;
if (!folder)
  throw new Error('HQNN_MNIST is not set. Set it to a folder that has the official training set as IDX files.');

// npm drops the -- before a script's options, pnpm hands it on.
const args = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
const { json } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } }).values;

const measured = { ...inOwnProcess('full-set-run.mjs', folder), ...inOwnProcess('pair-run.mjs') };
const rows = Object.entries(GOALS).map(([name, { unit, goal }]) => {
  const value = measured[name];
  const decibels = 10 * Math.log10(unit === 'images/s' ? value / goal : goal / value);
  return { name, value, unit, goal, decibels, met: decibels >= 0 };
});
const document = { schema: 1, machine: machine(), rows };
console.log(json ? JSON.stringify(document, null, 2) : table(document));

function inOwnProcess(file, ...options) {
  const path = new URL(file, import.meta.url).pathname;
  return JSON.parse(execFileSync(process.execPath, [path, ...options], { encoding: 'utf8' }));
}

function table({ machine: { cpu, cores, node, platform, date }, rows }) {
  return [
    `on ${cpu}, ${cores} cores, ${platform}, Node ${node}, ${date}`,
    '',
    ...rows.map(({ name, value, unit, goal, ...rest }) =>
      [name.padEnd(28), `${short(value)} ${unit}`.padEnd(18), `goal ${goal}`.padEnd(14), distanceOf(rest)].join(' '),
    ),
  ].join('\n');
}

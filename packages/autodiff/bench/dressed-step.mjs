// What a training step of the dressed circuit costs in tfjs: pnpm --filter @hqnn/autodiff bench, with the options --json
// and --quick. A goal that is missed is shown; a result that is wrong ends it.
import { parseArgs } from 'node:util';
import { machine } from '../../../tooling/bench/machine.mjs';
import { duel } from '../../sim/bench/duel.mjs';
import { setting, step } from './dressed.mjs';
import { pennyLane } from './pennylane.mjs';
import { table } from './table.mjs';

/** In milliseconds, by qubits. */
const GOALS = { 'parameter-shift': { 4: 2, 8: 12 }, adjoint: { 4: 1.2, 8: 1.6 } };
const METHODS = Object.keys(GOALS);

/** How a duel is fought: how long it warms up, how many seconds it lasts, how many turns each has at least. */
const TIMING = {
  full: { warmUp: { calls: 300, seconds: 0.3 }, budget: 6, turns: 20 },
  quick: { warmUp: { calls: 0, seconds: 0 }, budget: 0, turns: 1 },
};

const say = (text) => process.stderr.write(text);

// npm drops the -- before a script's options, pnpm hands it on.
const args = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
const flag = { type: 'boolean', default: false };
const { json, quick } = parseArgs({ args, options: { json: flag, quick: flag } }).values;

const theirs = quick ? { missing: 'A quick run does not wait for PennyLane.' } : pennyLane();
const compared = (quick ? [4] : [4, 8]).map(steps);
const [first] = compared;
const document = {
  schema: 1,
  machine: machine(),
  quick,
  pennylane: first.versions ?? theirs.missing,
  steps: compared.flatMap((each) => each.steps),
};
console.log(json ? JSON.stringify(document, null, 2) : table(document));

/** The steps on so many qubits, each compared with differences and with PennyLane before it is timed, and after. */
function steps(qubits) {
  const on = setting(qubits);
  const differences = step(on, 'differences').numbers();
  if (theirs.measured) say(`PennyLane on ${qubits} qubits, which takes minutes …\n`);
  const found = theirs.measured?.(on);
  const expected = found?.adjoint.numbers ?? differences;
  const plain = step(on, 'plain');
  const candidates = [
    ...METHODS.map((method) => step(on, method, expected)),
    // It has no circuit to compare: that it gives what it gave is all.
    { ...plain, expected: plain.numbers() },
  ];
  for (const numbers of [differences, found?.['parameter-shift'].numbers ?? []]) demandNear(numbers, expected);
  say(`tfjs on ${qubits} qubits …\n`);
  const seconds = duel(candidates, TIMING[quick ? 'quick' : 'full']);
  const own = seconds[METHODS.length];
  return {
    versions: found?.versions,
    steps: [
      ...METHODS.map((method, k) => {
        const milliseconds = 1e3 * seconds[k];
        const goal = GOALS[method][qubits];
        // Positive where the step is faster than the goal.
        const decibels = 10 * Math.log10(goal / milliseconds);
        return {
          qubits,
          method,
          milliseconds,
          goal,
          decibels,
          met: decibels >= 0,
          overPlain: seconds[k] / own,
          ...(found ? { theirs: { milliseconds: 1e3 * found[method].seconds } } : {}),
        };
      }),
      { qubits, method: 'plain', milliseconds: 1e3 * own },
    ],
  };
}

/** Throws unless both oracles say the same, of the loss and of every slope. */
function demandNear(numbers, expected) {
  numbers.forEach((value, k) => {
    if (!(Math.abs(value - expected[k]) <= 1e-5))
      throw new Error(`Number ${k} is ${value} by one oracle and ${expected[k]} by another. They must agree to 1e-5.`);
  });
}

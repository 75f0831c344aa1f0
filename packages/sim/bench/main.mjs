// How fast the built @hqnn/sim is, as ratios within one run: pnpm bench, with the options of --help. A goal that is
// missed is shown; a result that is wrong ends it.
import { simulator } from '@hqnn/sim';
import { machine } from '../../../tooling/bench/machine.mjs';
import { short } from '../../../tooling/bench/wording.mjs';
import { BENCHES } from './benches.mjs';
import { duel } from './duel.mjs';
import { help, optionsFrom } from './options.mjs';
import { resultOf } from './result.mjs';
import { table } from './table.mjs';

/** How a duel is fought: how long it warms up, how many seconds it lasts, how many turns each has at least. */
const TIMING = {
  full: { warmUp: { calls: 200, seconds: 0.06 }, budget: 0.8, turns: 5 },
  quick: { warmUp: { calls: 0, seconds: 0 }, budget: 0, turns: 1 },
};

const say = (text) => process.stderr.write(text);

const options = asked();
if (options.help) console.log(help(BENCHES));
else run(options);

function asked() {
  try {
    return optionsFrom(process.argv.slice(2), BENCHES);
  } catch (error) {
    say(`bench: ${error.message}\n`);
    return process.exit(2);
  }
}

function run({ json, quick, benches }) {
  const race = (candidates) => duel(candidates, TIMING[quick ? 'quick' : 'full']);
  const results = benches.map((bench) => [bench.name, resultOf(bench, valuesOf(bench, race, quick))]);
  const hasGoal = ([, result]) => 'goal' in result;
  const document = {
    schema: 1,
    machine: machine(),
    simulator: nameOfSimulator(),
    quick,
    ratios: Object.fromEntries(results.filter(hasGoal)),
    figures: Object.fromEntries(results.filter((result) => !hasGoal(result))),
  };
  console.log(json ? JSON.stringify(document, null, 2) : table(document));
}

/** A value for each number of qubits, for the first of them alone in a quick run. */
function valuesOf({ name, qubits, measure }, race, quick) {
  say(name);
  const values = (quick ? qubits.slice(0, 1) : qubits).map((n) => {
    say(`  ${n}: `);
    const value = measure(n, race);
    say(short(value));
    return [n, value];
  });
  say('\n');
  return Object.fromEntries(values);
}

/** It tells which simulator it is, should the fast one not run here. */
function nameOfSimulator() {
  const ours = simulator();
  ours.dispose();
  return `${ours.name}, ${ours.precision} precision`;
}

// The page of benchmarks, from the results that are stored beside the benches.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distanceOf, eachOf, goalOf, metOf, placeOf, short } from '../../tooling/bench/wording.mjs';

const STORED = 'packages/sim/bench/results.json';
const STORE = `pnpm --silent bench --json > ${STORED}`;

/** The page as markdown: the table, what each row means, how to run it. */
export function benchmarksPage(root) {
  const results = storedResults(join(root, STORED));
  return `---
editLink: false
---

# Benchmarks

How fast [@hqnn/sim](/packages/sim/) is, as ratios of two times from one run, since a ratio changes less than a time from machine to machine. ${metOf(results)} A distance is in decibels, ten times the logarithm of value over goal, and positive where the value is better than its goal.

Measured: ${placeOf(results)}.

| ratio | value | goal | distance | at so many qubits |
| --- | ---: | ---: | ---: | --- |
${Object.values(results.ratios)
  .map((ratio) => line(ratio.title, short(ratio.value), goalOf(ratio), distanceOf(ratio), eachOf(ratio)))
  .join('\n')}

The value is the worst of those at so many qubits, or the one that the row names. Other figures, without a goal:

| figure | value | at so many qubits |
| --- | ---: | --- |
${Object.values(results.figures)
  .map((figure) => line(figure.title, `${short(figure.value)}${figure.unit ? ` ${figure.unit}` : ''}`, eachOf(figure)))
  .join('\n')}

## What each means

${[...Object.values(results.ratios), ...Object.values(results.figures)]
  .map(({ title, meaning }) => `- **${title}**: ${meaning}`)
  .join('\n')}

## How it is measured

The circuit is RY(x) on each qubit, then four layers of RY(θ) and RZ(θ) on each and a ring of CZs; what is measured is ⟨Z⟩ of every qubit. Ours is in single precision on one thread, unless a row says otherwise.

The two sides of a ratio take turns of a millisecond or a call, A B A B …, so that what else the machine does slows both. Of the turns of each the tenth percentile counts. Before it is timed, and after, each side must give the numbers of the reference simulator, to 1e-10 a row in double precision and 1e-5 in single; a result that is wrong ends the run.

## How to run it

\`\`\`sh
pnpm bench                          # a minute and a half, on a machine that is otherwise idle
pnpm bench --only pool,fixed-cost   # some of them
${STORE}   # what this page is made of
\`\`\`
`;
}

function storedResults(file) {
  if (!existsSync(file))
    throw new Error(`The page of benchmarks is made from ${STORED}, which is not there. \`${STORE}\` writes it.`);
  const results = JSON.parse(readFileSync(file, 'utf8'));
  if (results.quick)
    throw new Error(`${STORED} is from a quick run, whose times mean nothing. \`${STORE}\` writes it anew.`);
  return results;
}

const line = (...cells) => `| ${cells.join(' | ')} |`;

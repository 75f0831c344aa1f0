import { performance } from 'node:perf_hooks';

/** How long a turn lasts, if a call does not take longer: enough that the clock does not matter. */
const TURN = 0.001;

/**
 * Seconds that a call of each candidate takes. They take turns, A B A B …, so that a neighbour on the machine disturbs
 * all alike, and of the turns of each a low percentile counts, since whatever disturbs makes slower. Each must come to
 * the numbers that are expected of it, before it is timed and after.
 */
export function duel(candidates, { warmUp, budget, turns }) {
  try {
    const fighters = candidates.map((candidate) => {
      demandExpected(candidate, candidate.call());
      return { candidate, calls: warmedUp(candidate.call, warmUp), seconds: [], result: undefined };
    });
    const end = now() + budget;
    for (let turn = 0; turn < turns || now() < end; turn++) for (const fighter of fighters) takeTurn(fighter);
    for (const { candidate, result } of fighters) demandExpected(candidate, result);
    return fighters.map(({ seconds }) => tenthPercentile(seconds));
  } finally {
    for (const { dispose } of candidates) dispose();
  }
}

/** Calls until the code is optimised, which takes 50 to 200 of them. Answers with how many calls a turn takes. */
function warmedUp(call, { calls, seconds }) {
  const start = now();
  let fastest = Number.POSITIVE_INFINITY;
  // A call that is long by itself is optimised in fewer.
  for (let made = 0; now() < start + seconds || (made < calls && now() < start + 4 * seconds); made++) {
    const before = now();
    call();
    fastest = Math.min(fastest, now() - before);
  }
  return Math.max(1, Math.round(TURN / fastest));
}

/** The last result is kept, and compared in the end, so that no call is in vain. */
function takeTurn(fighter) {
  const { calls, candidate } = fighter;
  const start = now();
  for (let k = 0; k < calls; k++) fighter.result = candidate.call();
  fighter.seconds.push((now() - start) / calls);
}

function demandExpected({ name, numbers, expected, tolerance }, result) {
  const values = numbers(result);
  if (values.length !== expected.length)
    throw new Error(`${name} gives ${values.length} numbers, but the reference gives ${expected.length}.`);
  for (let k = 0; k < expected.length; k++)
    if (!(Math.abs(values[k] - expected[k]) <= tolerance))
      throw new Error(
        `${name} gives ${values[k]} as number ${k}, but the reference gives ${expected[k]}. They must agree to ${tolerance}.`,
      );
}

const tenthPercentile = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)];

const now = () => performance.now() / 1000;

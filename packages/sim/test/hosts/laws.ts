import { simulatorContract } from '@hqnn/sim/testing';
import { SIMULATORS } from './simulators.ts';

/** What came of a law: no error, or the one that says how it is broken. */
export interface Outcome {
  readonly title: string;
  readonly errors: readonly string[];
}

/** Tries every law of every simulator. */
export async function outcomesOfLaws(): Promise<readonly Outcome[]> {
  const laws = SIMULATORS.flatMap(({ name, make, tolerance }) =>
    simulatorContract(make, { tolerance }).map(({ title, check }) => ({ title: `${name}: ${title}`, check })),
  );
  const outcomes = [];
  for (const { title, check } of laws) {
    // A worker of a simulator starts only when the thread that asked for it has been idle.
    await new Promise((resolve) => setTimeout(resolve));
    // Whoever stops a law that does not end is told which it is.
    console.debug(title);
    outcomes.push({ title, errors: thrownBy(check) });
  }
  return outcomes;
}

function thrownBy(check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

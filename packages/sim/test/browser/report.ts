import { simulatorContract } from '@hqnn/sim/testing';
import { refusedWaits } from './refused-waits.ts';
import { SIMULATORS } from './simulators.ts';

/** What came of all laws on the thread that asked, and what that thread may do: plain data, so that it can travel. */
export interface Report {
  /** Each law of each simulator, with the error that says how it is broken, if it is. */
  readonly outcomes: readonly { readonly title: string; readonly errors: readonly string[] }[];
  readonly isolated: boolean;
  readonly refusedWaits: readonly string[];
}

/** Tries every law of every simulator. */
export async function report(): Promise<Report> {
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
  return { outcomes, isolated: crossOriginIsolated, refusedWaits };
}

function thrownBy(check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

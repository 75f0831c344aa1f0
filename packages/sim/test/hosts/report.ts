import { type Outcome, outcomesOfLaws } from './laws.ts';
import { refusedWaits } from './refused-waits.ts';

/** What came of all laws on the thread that asked, and what that thread may do: plain data, so that it can travel. */
export interface Report {
  readonly outcomes: readonly Outcome[];
  readonly isolated: boolean;
  readonly refusedWaits: readonly string[];
}

/** Tries every law here. */
export const report = async (): Promise<Report> => ({
  outcomes: await outcomesOfLaws(),
  isolated: crossOriginIsolated,
  refusedWaits,
});

import type { Simulator } from '@hqnn/sim';

/** Throws unless the simulator gives exact values: what scatters by itself would count as scatter of what is measured. */
export function checkExact(who: string, { name, estimates }: Simulator): void {
  if (estimates)
    throw new Error(
      `${who} was given the simulator ${name}, whose values are estimates. It takes one with exact values, as simulator() of @hqnn/sim.`,
    );
}

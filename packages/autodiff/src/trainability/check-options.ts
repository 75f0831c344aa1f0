import type { Simulator } from '@hqnn/sim';
import { checkOption } from '../check-option.ts';

/** Throws unless the option, handed over under its name, is a whole number from the least on. */
export function checkWhole(who: string, option: Readonly<Record<string, number>>, least: number): void {
  const [value] = Object.values(option);
  checkOption(who, option, Number.isSafeInteger(value) && value >= least, `a whole number from ${least}`);
}

/** Throws unless the simulator gives exact values: what scatters by itself would count as scatter of what is measured. */
export function checkExact(who: string, { name, estimates }: Simulator): void {
  if (estimates)
    throw new Error(
      `${who} was given the simulator ${name}, whose values are estimates. It takes one with exact values, as simulator() of @hqnn/sim.`,
    );
}

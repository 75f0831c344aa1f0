import { type Simulator, simulator } from '@hqnn/sim';

let made: Simulator | undefined;

/**
 * What runs layers that are given no simulator: the fastest in single precision, as tfjs has it too. One for the whole
 * process, made when first asked for, since each reserves gigabytes of addresses.
 */
export function defaultSimulator(): Simulator {
  made ??= simulator();
  return made;
}

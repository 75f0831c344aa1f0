import type { Step } from '../dataset.ts';
import { broken, number } from '../field.ts';
import { minMax } from './min-max.ts';

/** Which angles features become. */
export interface ToAnglesOptions {
  /** In radians: −π/2 if absent. */
  readonly low?: number;
  /** In radians: π/2 if absent, and a turn above `low` at most. */
  readonly high?: number;
  /** The share of the training samples that is clipped at each end: 0.005 if absent. */
  readonly tail?: number;
}

/**
 * Features as angles of rotations: `minMax` to [low, high], with a hundredth of the training samples clipped. Over more
 * than a turn, two different values would become one state, which is refused.
 */
export function toAngles({ low = -Math.PI / 2, high = Math.PI / 2, tail = 0.005 }: ToAnglesOptions = {}): Step {
  if (number(high, 'toAngles.high') - number(low, 'toAngles.low') > 2 * Math.PI)
    throw broken('toAngles.high', `at most a turn, 2π, above toAngles.low, ${low}`, high);
  return minMax({ low, high, tail });
}

import type { Expectation } from '@hqnn/circuits';
import { checkOption } from './check-option.ts';

/** Whether slopes in the features are wanted: if it is not said, where the circuit has any. */
export function inFeatures(
  who: string,
  { program }: Expectation<unknown>,
  features: boolean = program.features > 0,
): boolean {
  checkOption(who, { features }, typeof features === 'boolean', 'true or false');
  return features;
}

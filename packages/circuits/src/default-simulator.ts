import { type Simulator, simulator } from '@hqnn/sim';

let made: Simulator | undefined;

/**
 * What runs circuits when no simulator is given: the fastest in double precision, whose numbers are for people to look
 * at. One for the whole process, made when first asked for.
 */
export function defaultSimulator(): Simulator {
  made ??= simulator({ precision: 'double', threads: 1 });
  return made;
}

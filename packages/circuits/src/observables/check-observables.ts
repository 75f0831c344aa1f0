import type { Observable } from '@hqnn/sim';

/** Throws unless they are observables, one or more. */
export function checkObservables(who: string, observables: readonly Observable[]): void {
  if (observables.length === 0) throw new Error(`${who} was given no observables. It takes one or more, such as Z(0).`);
  const wrong = observables.findIndex((given) => !Array.isArray(given?.terms));
  if (wrong < 0) return;
  const given: unknown = observables[wrong];
  throw new Error(
    `${who} was given ${Array.isArray(given) ? 'a list' : String(given)} as observable ${wrong}. ` +
      'An observable is made by Z(0), pauli, sum and the like; a list of them is spread as in sum(...eachZ(4)).',
  );
}

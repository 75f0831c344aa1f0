/** Throws unless it is a seed. */
export function checkSeed(who: string, seed: number): void {
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new Error(
      `${who} was given the seed ${seed}. A seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
    );
}

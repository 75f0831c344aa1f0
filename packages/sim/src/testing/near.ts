/** Throws, naming the first number that differs, unless both hold as many numbers, each within the tolerance. */
export function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number, what: string): void {
  if (actual.length !== expected.length)
    throw new Error(`${what}: ${actual.length} numbers, but ${expected.length} were expected.`);
  for (let k = 0; k < expected.length; k++)
    if (!(Math.abs(actual[k] - expected[k]) <= tolerance))
      throw new Error(`${what}: number ${k} is ${actual[k]}, but ${expected[k]} ± ${tolerance} was expected.`);
}

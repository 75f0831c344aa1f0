/** The 97.5 % point of N(0, 1). */
const Z = 1.959963984540054;

/** Wilson's score interval for a share of successes, at 95 %: Wilson, J. Am. Stat. Assoc. 22, 209 (1927). */
export function wilson(successes: number, trials: number): readonly [low: number, high: number] {
  if (!(trials >= 1 && successes >= 0 && successes <= trials))
    throw new Error(
      `An interval was asked for ${successes} of ${trials}. It takes 1 trial or more, and 0 to that many successes.`,
    );
  const p = successes / trials;
  const centre = p + Z ** 2 / (2 * trials);
  const half = Z * Math.sqrt((p * (1 - p)) / trials + Z ** 2 / (4 * trials ** 2));
  const scale = 1 + Z ** 2 / trials;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}

/** Numbers in [0, 1), one a call. */
export type Draw = () => number;

/** From N(0, 1): Box and Muller, Ann. Math. Stat. 29, 610 (1958). */
export function normal(next: Draw): number {
  // 1 − u is never 0.
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** From Beta(a, b), in [0, 1]: X/(X + Y) of two gamma variates, by their logarithms, so that small a and b do no harm. */
export function beta(a: number, b: number, next: Draw): number {
  const [one, other] = [logGamma(a, next), logGamma(b, next)];
  return 1 / (1 + Math.exp(other - one));
}

/** The logarithm of a Gamma(a) variate, which is that of Gamma(a + 1) times u^(1/a) where a is small. */
function logGamma(a: number, next: Draw): number {
  return a < 1 ? logGamma(a + 1, next) + Math.log(1 - next()) / a : Math.log(gamma(a, next));
}

/** From Gamma(a), a ≥ 1: Marsaglia and Tsang, ACM Trans. Math. Softw. 26, 363 (2000). */
function gamma(a: number, next: Draw): number {
  const d = a - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal(next);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - next()) < (z * z) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

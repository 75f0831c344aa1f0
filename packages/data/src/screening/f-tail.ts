/** P(F ≥ f) of the F distribution: how often chance alone gives a ratio of variances this large. */
export const fTail = (f: number, between: number, within: number): number =>
  // = I(b/(b + a·f); b/2, a/2), the regularised incomplete beta function (DLMF 8.17).
  f <= 0
    ? 1
    : incompleteBeta((between * f) / (within + between * f), within / (within + between * f), within / 2, between / 2);

/** I(1 − y; a, b) with x = 1 − y given too, because near 0 either of them loses digits in the other. */
function incompleteBeta(y: number, x: number, a: number, b: number): number {
  if (x === 0) return 0;
  const front = (x ** a * y ** b) / beta(a, b);
  // The fraction converges fast on this side of the mean; the other side follows from the symmetry I(x; a, b) = 1 − I(y; b, a).
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(y, b, a)) / b;
}

/** The continued fraction DLMF 8.17.22, by Lentz's method as modified by Thompson and Barnett. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const before = value;
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d);
      c = 1 + term / c;
      value *= c * d;
    }
    if (Math.abs(value - before) < 1e-15 * Math.abs(value)) break;
  }
  return value;
}

/** B(a, b) for whole and half numbers: B(a + 1, b) = B(a, b) · a/(a + b), down to B(½, ½) = π, B(½, 1) = 2 or B(1, 1) = 1. */
function beta(a: number, b: number): number {
  let ratio = 1;
  while (a > 1) ratio *= --a / (a + b);
  while (b > 1) ratio *= --b / (a + b);
  return ratio * (a + b === 1 ? Math.PI : 1 / (a * b));
}

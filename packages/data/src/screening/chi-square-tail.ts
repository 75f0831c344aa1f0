/** P(χ² ≥ x) for so many degrees of freedom: how often chance alone gives squares that sum to as much. */
export const chiSquareTail = (x: number, freedom: number): number =>
  // = Q(freedom/2, x/2), the regularised upper incomplete gamma function (DLMF 8.2.4).
  x <= 0 ? 1 : upperGamma(freedom / 2, x / 2);

function upperGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  // The series converges fast below the mean, the fraction above it.
  return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
}

/** Σ xⁿ/(a(a + 1)…(a + n)), DLMF 8.7.1. */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)), DLMF 8.9.2, by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    c = b + step / c;
    d = 1 / (b + step * d);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

/** ln Γ(a) for whole and half numbers: Γ(a + 1) = a · Γ(a), from Γ(½) = √π or Γ(1) = 1. */
function logGamma(a: number): number {
  let sum = Number.isInteger(a) ? 0 : Math.log(Math.PI) / 2;
  for (let k = a - 1; k > 0; k--) sum += Math.log(k);
  return sum;
}

// Cosine and sine of a vector. The angle is brought to [−π/4, π/4] by quarter turns, π/2 being three numbers whose sum is
// exact enough (Cody and Waite 1980); the polynomials are those of the Cephes library (Moshier), for each precision. An angle
// so large that its last digit is no small part of a turn has no cosine to speak of: NaN, which the caller is told of.
import { add, mul, neg, put, splat, sub } from './vector';

/** Writes cos at `cs` and sin at `cs + lanes`. */
@inline
export function cosAndSin<T>(angle: v128, cs: usize, lanes: usize): void {
  const quarters = v128.nearest<T>(mul<T>(angle, splat<T>(0.6366197723675814)));
  let r: v128;
  if (sizeof<T>() == 8) {
    r = sub<T>(angle, mul<T>(quarters, splat<T>(1.5707962512969970703125)));
    r = sub<T>(r, mul<T>(quarters, splat<T>(7.54978941586159635335e-8)));
    r = sub<T>(r, mul<T>(quarters, splat<T>(5.39030285815811905e-15)));
  } else {
    r = sub<T>(angle, mul<T>(quarters, splat<T>(1.5703125)));
    r = sub<T>(r, mul<T>(quarters, splat<T>(4.837512969970703125e-4)));
    r = sub<T>(r, mul<T>(quarters, splat<T>(7.54978995489188216e-8)));
  }
  const r2 = mul<T>(r, r);
  const s = add<T>(r, mul<T>(mul<T>(r, r2), sinePolynomial<T>(r2)));
  const c = add<T>(sub<T>(splat<T>(1), mul<T>(splat<T>(0.5), r2)), mul<T>(mul<T>(r2, r2), cosinePolynomial<T>(r2)));
  // After an odd number of quarters sine and cosine are exchanged; which of them are negative repeats every four.
  const halves = v128.floor<T>(mul<T>(quarters, splat<T>(0.5)));
  const exchanged = v128.ne<T>(quarters, add<T>(halves, halves));
  const sineNegative = isOdd<T>(halves);
  const cosineNegative = v128.xor(exchanged, sineNegative);
  const sine = v128.bitselect(c, s, exchanged);
  const cosine = v128.bitselect(s, c, exchanged);
  const tooLarge = v128.gt<T>(v128.abs<T>(angle), splat<T>(sizeof<T>() == 8 ? 1e12 : 1e5));
  put(cs, v128.or(tooLarge, v128.bitselect(neg<T>(cosine), cosine, cosineNegative)));
  put(cs + lanes, v128.or(tooLarge, v128.bitselect(neg<T>(sine), sine, sineNegative)));
}

@inline
function isOdd<T>(whole: v128): v128 {
  const half = v128.floor<T>(mul<T>(whole, splat<T>(0.5)));
  return v128.ne<T>(whole, add<T>(half, half));
}

/** (sin r − r)/r³ in r² */
@inline
function sinePolynomial<T>(r2: v128): v128 {
  if (sizeof<T>() == 8) {
    let p = splat<T>(1.58962301576546568060e-10);
    p = add<T>(mul<T>(p, r2), splat<T>(-2.50507477628578072866e-8));
    p = add<T>(mul<T>(p, r2), splat<T>(2.75573136213857245213e-6));
    p = add<T>(mul<T>(p, r2), splat<T>(-1.98412698295895385996e-4));
    p = add<T>(mul<T>(p, r2), splat<T>(8.33333333332211858878e-3));
    return add<T>(mul<T>(p, r2), splat<T>(-1.66666666666666307295e-1));
  }
  let p = splat<T>(-1.9515295891e-4);
  p = add<T>(mul<T>(p, r2), splat<T>(8.3321608736e-3));
  return add<T>(mul<T>(p, r2), splat<T>(-1.6666654611e-1));
}

/** (cos r − 1 + r²/2)/r⁴ in r² */
@inline
function cosinePolynomial<T>(r2: v128): v128 {
  if (sizeof<T>() == 8) {
    let p = splat<T>(-1.13585365213876817300e-11);
    p = add<T>(mul<T>(p, r2), splat<T>(2.08757008419747316778e-9));
    p = add<T>(mul<T>(p, r2), splat<T>(-2.75573141792967388112e-7));
    p = add<T>(mul<T>(p, r2), splat<T>(2.48015872888517045348e-5));
    p = add<T>(mul<T>(p, r2), splat<T>(-1.38888888888730564116e-3));
    return add<T>(mul<T>(p, r2), splat<T>(4.16666666666665929218e-2));
  }
  let p = splat<T>(2.443315711809948e-5);
  p = add<T>(mul<T>(p, r2), splat<T>(-1.388731625493765e-3));
  return add<T>(mul<T>(p, r2), splat<T>(4.166664568298827e-2));
}

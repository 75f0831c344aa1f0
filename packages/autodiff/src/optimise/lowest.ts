/** How far an interval is shortened by golden sections, to a share of about 1e-8: nearer, a smooth function is level. */
const SECTIONS = 40;

/**
 * Where a function is lowest in [−reach, reach]: every dip of a scan in 2·half steps, refined by golden sections, and the
 * lowest of these. Dips that are narrower than a step may be missed.
 */
export function lowest(f: (t: number) => number, reach: number, half: number): number {
  const place = (k: number) => (reach * (k - half)) / half;
  const scan = Array.from({ length: 2 * half + 1 }, (_, k) => f(place(k)));
  const dips = scan.flatMap((value, k) => {
    const [before = Number.POSITIVE_INFINITY, after = Number.POSITIVE_INFINITY] = [scan[k - 1], scan[k + 1]];
    if (!(value < before && value <= after)) return [];
    const refined = goldenSection(f, place(Math.max(0, k - 1)), place(Math.min(2 * half, k + 1)));
    return [{ t: place(k), value }, refined];
  });
  return dips.reduce((best, dip) => (dip.value < best.value ? dip : best), { t: 0, value: scan[half] }).t;
}

/** The least value of a function with one dip between two places: Kiefer, Proc. Am. Math. Soc. 4, 502 (1953). */
function goldenSection(f: (t: number) => number, from: number, to: number) {
  const golden = (Math.sqrt(5) - 1) / 2;
  const at = (t: number) => ({ t, value: f(t) });
  let [a, b] = [from, to];
  let [low, high] = [at(b - golden * (b - a)), at(a + golden * (b - a))];
  for (let k = 0; k < SECTIONS; k++)
    if (low.value < high.value) {
      [b, high] = [high.t, low];
      low = at(b - golden * (b - a));
    } else {
      [a, low] = [low.t, high];
      high = at(a + golden * (b - a));
    }
  return low.value < high.value ? low : high;
}

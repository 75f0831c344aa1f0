import { LuDecomposition, Matrix } from 'ml-matrix';

/** f⁽ᵏ⁾(α) = Σ coefficient · f(α + shift) */
export type ShiftRule = readonly { readonly coefficient: number; readonly shift: number }[];

/** Rules for both derivatives from one set of evaluations. */
interface SharedRules {
  readonly first: ShiftRule;
  readonly second: ShiftRule;
}

/**
 * The exact rule for the first or second derivative of any a₀ + Σ aₖcos(Ωₖα) + bₖsin(Ωₖα) with these frequencies Ω:
 * two evaluations a frequency. Wierichs, Izaac, Wang, Lin, Quantum 6, 677 (2022), equations 13 and 17 for
 * frequencies Ω, 2Ω, …, RΩ; for others, the coefficients are solved for at a few sets of shifts, of which the one with the
 * least Σ|coefficient| is taken: (Σ|coefficient|)² is what the variance from shots grows by, as shown there.
 */
export function shiftRule(frequencies: readonly number[], order: 1 | 2 = 1): ShiftRule {
  if (order !== 1 && order !== 2)
    throw new Error(`A shift rule of order ${order} was asked for. There are rules of order 1 and of order 2.`);
  const ordered = distinct(frequencies);
  if (equidistant(ordered))
    return order === 1 ? firstOrder(ordered.length, ordered[0]) : secondOrder(ordered.length, ordered[0]);
  const rules =
    order === 1
      ? [spread, quarters].map((shifts) => solvedFirst(ordered, shifts(ordered)))
      : [spread, quarters, halves].map((shifts) => solvedSecond(ordered, shifts(ordered)));
  return leastOf(ordered, rules, sizeOf);
}

/**
 * Rules for the first and the second derivative from one set of evaluations: the second takes those of the first, and one
 * at no shift. Mari, Bromley, Killoran, Phys. Rev. A 103, 012405 (2021), section IV, for one frequency; for others the
 * coefficients are solved for, at the shifts where those of both rules, in units of the largest frequency, are least.
 */
export function sharedRules(frequencies: readonly number[]): SharedRules {
  const ordered = distinct(frequencies);
  const largest = ordered[ordered.length - 1];
  const rules = equidistant(ordered)
    ? [withSecond(ordered, firstOrder(ordered.length, ordered[0]))]
    : [spread, quarters].map((shifts) => withSecond(ordered, solvedFirst(ordered, shifts(ordered))));
  return leastOf(ordered, rules, ({ first, second }) => sizeOf(first) / largest + sizeOf(second) / largest ** 2);
}

/** From the lowest, each once. */
function distinct(frequencies: readonly number[]): readonly number[] {
  if (frequencies.length === 0 || !frequencies.every((frequency) => Number.isFinite(frequency) && frequency > 0))
    throw new Error(
      `A shift rule was asked for the frequencies (${frequencies}). It takes at least one, each above 0.`,
    );
  return [...new Set(frequencies)].sort((a, b) => a - b);
}

/** Whether they are Ω, 2Ω, …, RΩ. */
const equidistant = (ordered: readonly number[]) =>
  ordered.every((frequency, k) => Math.abs(frequency / ordered[0] - (k + 1)) < 1e-9);

/** Σ|coefficient| */
const sizeOf = (rule: ShiftRule) => rule.reduce((sum, { coefficient }) => sum + Math.abs(coefficient), 0);

/** Of the rules that were found, the smallest. */
function leastOf<Rule>(
  frequencies: readonly number[],
  rules: readonly (Rule | undefined)[],
  size: (rule: Rule) => number,
): Rule {
  const [least] = rules.filter((rule) => rule !== undefined).sort((one, other) => size(one) - size(other));
  if (least === undefined)
    throw new Error(
      `No shift rule to nine digits was found for the frequencies (${frequencies}). Make one of those that lie too close to tell apart.`,
    );
  return least;
}

/** Shifts ±(2μ − 1)π/2R, coefficients ±(−1)^(μ−1)/(4R sin²((2μ − 1)π/4R)), μ = 1, …, R. */
function firstOrder(R: number, unit: number): ShiftRule {
  return Array.from({ length: R }, (_, k) => {
    const turn = ((2 * k + 1) * Math.PI) / (2 * R);
    const coefficient = (unit * (-1) ** k) / (4 * R * Math.sin(turn / 2) ** 2);
    return pairOf(coefficient, -coefficient, turn / unit);
  }).flat();
}

const pairOf = (above: number, below: number, shift: number): ShiftRule => [
  { coefficient: above, shift },
  { coefficient: below, shift: -shift },
];

/** Shifts μπ/R, coefficients −(2R² + 1)/6 at 0 and (−1)^(μ−1)/(2 sin²(μπ/2R)) elsewhere. */
function secondOrder(R: number, unit: number): ShiftRule {
  return Array.from({ length: 2 * R }, (_, k) => {
    const turn = (k * Math.PI) / R;
    const coefficient = k === 0 ? -(2 * R ** 2 + 1) / 6 : (-1) ** (k - 1) / (2 * Math.sin(turn / 2) ** 2);
    return { coefficient: unit ** 2 * coefficient, shift: nearest(turn) / unit };
  });
}

/** The same angle in [−π, π). */
const nearest = (turn: number) => (turn < Math.PI - 1e-9 ? turn : turn - 2 * Math.PI);

/** μπ/(Ω₁ + Ω_R), μ = 1, …, R: the sine transform's points when the frequencies are equidistant. */
const spread = (frequencies: readonly number[]) =>
  frequencies.map((_, k) => ((k + 1) * Math.PI) / (frequencies[0] + frequencies[frequencies.length - 1]));

/** π/2Ω, where sin(Ωs) is 1: good where frequencies lie far apart. */
const quarters = (frequencies: readonly number[]) => frequencies.map((frequency) => Math.PI / (2 * frequency));

/** π/Ω, where cos(Ωs) is −1. */
const halves = (frequencies: readonly number[]) => frequencies.map((frequency) => Math.PI / frequency);

/** Pairs ±s with Σ 2c·sin(Ωs) = Ω for each frequency. */
function solvedFirst(frequencies: readonly number[], shifts: readonly number[]): ShiftRule | undefined {
  const system = frequencies.map((frequency) => shifts.map((shift) => 2 * Math.sin(frequency * shift)));
  const coefficients = solved(system, [...frequencies]);
  return coefficients && shifts.flatMap((shift, k) => pairOf(coefficients[k], -coefficients[k], shift));
}

/** The rule for the second derivative at the shifts of one for the first, beside it. */
function withSecond(frequencies: readonly number[], first: ShiftRule | undefined): SharedRules | undefined {
  const shifts = first?.map(({ shift }) => shift).filter((shift) => shift > 0);
  const second = shifts && solvedSecond(frequencies, shifts);
  return first && second && { first, second };
}

/** c₀ at 0 and pairs ±s with c₀ + Σ 2c·cos(Ωs) = −Ω² for each frequency, and 0 for a constant. */
function solvedSecond(frequencies: readonly number[], shifts: readonly number[]): ShiftRule | undefined {
  const system = [0, ...frequencies].map((frequency) => [1, ...shifts.map((shift) => 2 * Math.cos(frequency * shift))]);
  const found = solved(system, [0, ...frequencies.map((frequency) => -(frequency ** 2))]);
  if (!found) return undefined;
  const [centre, ...coefficients] = found;
  const pairs = shifts.flatMap((shift, k) => pairOf(coefficients[k], coefficients[k], shift));
  return [{ coefficient: centre, shift: 0 }, ...pairs];
}

/** The solution, if it obeys the system, and sums of values that are rounded, to nine digits of the largest on the right. */
function solved(system: number[][], right: readonly number[]): number[] | undefined {
  const factors = new LuDecomposition(new Matrix(system));
  if (factors.isSingular()) return undefined;
  const found = factors.solve(Matrix.columnVector([...right])).to1DArray();
  const error = system.map((row, j) => Math.abs(row.reduce((sum, value, k) => sum + value * found[k], -right[j])));
  const rounding = found.reduce((sum, coefficient) => sum + Math.abs(coefficient) * Number.EPSILON, 0);
  return Math.max(...error, rounding) < 1e-9 * Math.max(...right.map(Math.abs)) ? found : undefined;
}

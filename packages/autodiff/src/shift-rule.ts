import { Matrix, solve } from 'ml-matrix';

/** f⁽ᵏ⁾(α) = Σ coefficient · f(α + shift) */
export type ShiftRule = readonly { readonly coefficient: number; readonly shift: number }[];

/**
 * The exact rule for the first or second derivative of any a₀ + Σ aₖcos(Ωₖα) + bₖsin(Ωₖα) with these frequencies Ω:
 * two evaluations a frequency. Wierichs, Izaac, Wang, Lin, Quantum 6, 677 (2022), equations 13 and 17 for
 * frequencies Ω, 2Ω, …, RΩ; for others, the coefficients are solved for.
 */
export function shiftRule(frequencies: readonly number[], order: 1 | 2 = 1): ShiftRule {
  if (frequencies.length === 0 || !frequencies.every((frequency) => Number.isFinite(frequency) && frequency > 0))
    throw new Error(
      `A shift rule was asked for the frequencies (${frequencies}). It takes at least one, each above 0.`,
    );
  const ordered = [...new Set(frequencies)].sort((a, b) => a - b);
  const unit = ordered[0];
  const equidistant = ordered.every((frequency, k) => Math.abs(frequency / unit - (k + 1)) < 1e-9);
  if (equidistant) return order === 1 ? firstOrder(ordered.length, unit) : secondOrder(ordered.length, unit);
  return order === 1 ? solvedFirst(ordered) : solvedSecond(ordered, spread(ordered));
}

/**
 * Rules for the first and the second derivative from one set of evaluations: the second takes those of the first, and one
 * at no shift. Mari, Bromley, Killoran, Phys. Rev. A 103, 012405 (2021), section IV, for one frequency; for others the
 * coefficients are solved for.
 */
export function sharedRules(frequencies: readonly number[]): { readonly first: ShiftRule; readonly second: ShiftRule } {
  const first = shiftRule(frequencies);
  const shifts = first.map(({ shift }) => shift).filter((shift) => shift > 0);
  return { first, second: solvedSecond([...new Set(frequencies)], shifts) };
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

/** Pairs ±s with Σ 2c·sin(Ωs) = Ω for each frequency. */
function solvedFirst(frequencies: readonly number[]): ShiftRule {
  const shifts = spread(frequencies);
  const system = frequencies.map((frequency) => shifts.map((shift) => 2 * Math.sin(frequency * shift)));
  const coefficients = solved(system, [...frequencies], frequencies);
  return shifts.flatMap((shift, k) => pairOf(coefficients[k], -coefficients[k], shift));
}

/** c₀ at 0 and pairs ±s with c₀ + Σ 2c·cos(Ωs) = −Ω² for each frequency, and 0 for a constant. */
function solvedSecond(frequencies: readonly number[], shifts: readonly number[]): ShiftRule {
  const system = [0, ...frequencies].map((frequency) => [1, ...shifts.map((shift) => 2 * Math.cos(frequency * shift))]);
  const [centre, ...coefficients] = solved(
    system,
    [0, ...frequencies.map((frequency) => -(frequency ** 2))],
    frequencies,
  );
  const pairs = shifts.flatMap((shift, k) => pairOf(coefficients[k], coefficients[k], shift));
  return [{ coefficient: centre, shift: 0 }, ...pairs];
}

/** μπ/(Ω₁ + Ω_R), μ = 1, …, R: the sine transform's points when the frequencies are equidistant. */
const spread = (frequencies: readonly number[]) =>
  frequencies.map((_, k) => ((k + 1) * Math.PI) / (frequencies[0] + frequencies[frequencies.length - 1]));

function solved(system: number[][], right: number[], frequencies: readonly number[]): number[] {
  const found = solve(new Matrix(system), Matrix.columnVector(right)).to1DArray();
  const error = system.map((row, j) => Math.abs(row.reduce((sum, value, k) => sum + value * found[k], -right[j])));
  if (!(Math.max(...error) < 1e-9))
    throw new Error(`No shift rule was found for the frequencies (${frequencies}): they lie too close to tell apart.`);
  return found;
}

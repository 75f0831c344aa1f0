/**
 * How a trigonometric polynomial with known frequencies Ω is found from its values:
 * a₀ + Σ aₖcos(Ωₖt) + bₖsin(Ωₖt), whose coefficients are listed as a₀, a₁, b₁, a₂, b₂ and so on.
 */
export interface Interpolation {
  readonly frequencies: readonly number[];
  /** Where it is evaluated: 2R + 1 places for R frequencies, or fewer if these tell all, the first of them 0. */
  readonly nodes: readonly number[];
  /** The coefficients, from one value a node. */
  coefficients(values: ArrayLike<number>): Float64Array;
}

/**
 * The interpolation for these frequencies, in order and each above 0. For Ω, 2Ω, …, RΩ the nodes are spread over a period,
 * as in Wierichs, Izaac, Wang, Lin, Quantum 6, 677 (2022), section 3; for others they are chosen in [−reach, reach], so
 * that an error of the values grows little on its way to any place there, however close the frequencies are.
 */
export function interpolation(frequencies: readonly number[], reach: number): Interpolation {
  const equidistant = frequencies.every((frequency, k) => Math.abs(frequency / frequencies[0] - (k + 1)) < 1e-9);
  return equidistant ? overPeriod(frequencies) : chosen(frequencies, reach);
}

/** 1, cos Ω₁t, sin Ω₁t, cos Ω₂t, sin Ω₂t, … */
export function basis(frequencies: readonly number[], t: number): Float64Array {
  const values = new Float64Array(2 * frequencies.length + 1);
  values[0] = 1;
  for (let k = 0; k < frequencies.length; k++) {
    values[2 * k + 1] = Math.cos(frequencies[k] * t);
    values[2 * k + 2] = Math.sin(frequencies[k] * t);
  }
  return values;
}

/** Σ aₖbₖ */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** Nodes 2πμ/(2R + 1)Ω, at which the basis is orthogonal: a discrete Fourier transform. */
function overPeriod(frequencies: readonly number[]): Interpolation {
  const size = 2 * frequencies.length + 1;
  const apart = frequencies.length === 0 ? 0 : (2 * Math.PI) / (size * frequencies[0]);
  const turns = frequencies.flatMap((_, k) => [k + 1, -(k + 1)]);
  const nodes = [0, ...turns.map((turn) => turn * apart)];
  const rows = nodes.map((node) => basis(frequencies, node));
  return {
    frequencies,
    nodes,
    coefficients: (values) => {
      const found = new Float64Array(size);
      rows.forEach((row, node) => addTo(found, (2 * values[node]) / size, row));
      found[0] /= 2;
      return found;
    },
  };
}

/** What is left of a row of the basis, as a share of its norm, when the rows before it tell nearly all of it. */
const TOLD = 1e-11;

/**
 * Nodes of which each is, after those before it, the one that tells most: the basis there has the longest part across
 * theirs (approximate Fekete points, Sommariva and Vianello, Comput. Math. Appl. 57, 1324 (2009)). Many slow waves in
 * a short window are nearly dependent, so fewer nodes than 2R + 1 tell all but rounding.
 */
function chosen(frequencies: readonly number[], reach: number): Interpolation {
  const size = 2 * frequencies.length + 1;
  const fastest = frequencies[frequencies.length - 1];
  const half = Math.max(2 * size, Math.ceil((4 * reach * fastest) / Math.PI));
  const places = Array.from({ length: 2 * half + 1 }, (_, k) => (reach * (k - half)) / half);
  const left = places.map((place) => basis(frequencies, place));
  const nodes: number[] = [];
  const across: Float64Array[] = [];
  for (let next = half; nodes.length < size && dot(left[next], left[next]) > TOLD ** 2 * size; next = longest(left)) {
    const direction = acrossAll(left[next], across);
    nodes.push(places[next]);
    across.push(direction);
    for (const row of left) addTo(row, -dot(row, direction), direction);
  }
  const rows = nodes.map((node) => basis(frequencies, node));
  return {
    frequencies,
    nodes,
    coefficients: (values) => {
      const found = new Float64Array(size);
      rows.forEach((row, node) => {
        addTo(found, (values[node] - dot(row, found)) / dot(row, across[node]), across[node]);
      });
      return found;
    },
  };
}

/** The part of a row across all directions, which are orthonormal, of norm 1: taken off twice, for what rounding left. */
function acrossAll(row: Float64Array, directions: readonly Float64Array[]): Float64Array {
  const part = row.slice();
  for (const direction of [...directions, ...directions]) addTo(part, -dot(part, direction), direction);
  const norm = Math.sqrt(dot(part, part));
  return part.map((value) => value / norm);
}

function longest(rows: readonly Float64Array[]): number {
  const lengths = rows.map((row) => dot(row, row));
  return lengths.indexOf(Math.max(...lengths));
}

/** a + factor·b, into a. */
function addTo(a: Float64Array, factor: number, b: Float64Array): void {
  for (let k = 0; k < a.length; k++) a[k] += factor * b[k];
}

import { addTo, dot } from '../dot.ts';

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

/** Bytes of interpolations that are kept, as sweep after sweep over the same rows asks for the same ones. */
const MOST_KEPT = 64e6;

const kept = { known: new Map<string, Interpolation>(), bytes: 0 };

/**
 * The interpolation for these frequencies, in order and each above 0. For Ω, 2Ω, …, RΩ the nodes are spread over a period,
 * as in Wierichs, Izaac, Wang, Lin, Quantum 6, 677 (2022), section 3; for others, and where fewer tell all of a short
 * window, they are chosen in [−reach, reach], so that an error of the values grows little on its way to any place there,
 * however close the frequencies are. Equal ones are one object while they are kept.
 */
export function interpolation(frequencies: readonly number[], reach: number): Interpolation {
  const key = `${frequencies.join()} to ${reach}`;
  const found = kept.known.get(key);
  if (found) return found;
  const made = fewestNodes(frequencies, reach);
  kept.bytes += bytesOf(made);
  if (kept.bytes > MOST_KEPT) {
    kept.known.clear();
    kept.bytes = bytesOf(made);
  }
  kept.known.set(key, made);
  return made;
}

/** Two matrices, nodes × coefficients, and about a thousand bytes besides. */
const bytesOf = ({ frequencies, nodes }: Interpolation) => 1000 + 16 * nodes.length * (2 * frequencies.length + 1);

function fewestNodes(frequencies: readonly number[], reach: number): Interpolation {
  const equidistant = frequencies.every((frequency, k) => Math.abs(frequency / frequencies[0] - (k + 1)) < 1e-9);
  if (!equidistant) return chosen(frequencies, reach);
  const spread = overPeriod(frequencies);
  if (frequencies.length === 0 || reach >= Math.PI / frequencies[0]) return spread;
  const near = chosen(frequencies, reach);
  return near.nodes.length < spread.nodes.length ? near : spread;
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
  let left = Array.from({ length: 2 * half + 1 }, (_, k) => {
    const place = (reach * (k - half)) / half;
    return { place, row: basis(frequencies, place), square: size };
  });
  const nodes: number[] = [];
  const across: Float64Array[] = [];
  while (nodes.length < size && left.length > 0) {
    const next = nodes.length === 0 ? left[half] : left.reduce((most, one) => (one.square > most.square ? one : most));
    const direction = acrossAll(next.row, across);
    nodes.push(next.place);
    across.push(direction);
    left = left.filter((one) => one !== next);
    for (const one of left) {
      addTo(one.row, -dot(one.row, direction), direction);
      one.square = dot(one.row, one.row);
    }
    left = left.filter(({ square }) => square > TOLD ** 2 * size);
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

import type { Arena } from './arena.ts';
import type { Image, TableImage } from './image.ts';
import { pullBackSettings, set } from './settings.ts';

/** Writes all that depends on the weights, and answers with the settings. */
export function turnTo(arena: Arena, image: Image, theta: ArrayLike<number>): Float64Array {
  const { wiring, plan } = image;
  const values = set(wiring.settings, theta);
  const { numbers, integers, width } = arena;
  const cosines = new Float64Array(wiring.tangentCount);
  const flipped = new Uint8Array(wiring.tangentCount);
  for (const { lanes, places } of image.blocks) {
    if (lanes) continue;
    let flips = 0;
    for (const [k, place] of places.entries()) {
      const [c, s] = [Math.cos(values[place]), Math.sin(values[place])];
      const flip = Math.abs(s) > Math.abs(c);
      numbers[image.tangents / width + place] = flip ? c / s : s / c;
      cosines[place] = flip ? s : c;
      flipped[place] = flip ? 1 : 0;
      if (flip) flips |= 1 << k;
    }
    integers[image.flips / 4 + places[0]] = flips;
  }
  for (const table of image.tables) fillTable(arena, plan.qubits, table, values, cosines, flipped);
  const dials = values.length - wiring.dialCount - wiring.terms.features.length;
  numbers.set(values.subarray(dials, dials + wiring.dialCount), image.biases / width);
  numbers.set(values.subarray(dials + wiring.dialCount), image.termScales / width);
  plan.measurement.shares.forEach(({ coefficient, turn }, k) => {
    numbers[image.shareValues / width + k] = coefficient * (turn ? Math[turn.f](values[wiring.shareTurns[k]]) : 1);
  });
  return values;
}

/** What a table is built from: for each qubit e^{∓iβ}, with the sign of a flipped rotation before it; and the cosines before it. */
function fillTable(
  { numbers, width }: Arena,
  qubits: number,
  { levels, scale, others, words, takes }: TableImage,
  values: Float64Array,
  cosines: Float64Array,
  flipped: Uint8Array,
): void {
  const at = levels / width;
  for (let qubit = 0; qubit < qubits; qubit++) {
    numbers[at + 4 * qubit] = numbers[at + 4 * qubit + 2] = 1;
    numbers[at + 4 * qubit + 1] = numbers[at + 4 * qubit + 3] = 0;
  }
  let other = others / width;
  for (const { mask, place } of words) {
    const [c, s] = [Math.cos(values[place]), Math.sin(values[place])];
    if (mask !== 0 && (mask & (mask - 1)) === 0) {
      const level = at + 4 * (31 - Math.clz32(mask));
      numbers[level] = numbers[level + 2] = c;
      numbers[level + 1] = -s;
      numbers[level + 3] = s;
    } else {
      numbers[other++] = c;
      numbers[other++] = s;
    }
  }
  let all = 1;
  for (const { qubits: turned, places } of takes)
    for (const [k, place] of places.entries()) {
      all *= cosines[place];
      if (!flipped[place]) continue;
      numbers[at + 4 * turned[k]] *= -1;
      numbers[at + 4 * turned[k] + 1] *= -1;
    }
  numbers[scale / width] = all;
  numbers[scale / width + 1] = 0;
}

/** The gradient in the weights, from the results of the way back and the settings it was taken at. */
export function gradientOf(image: Image, values: Float64Array, results: Float64Array, weights: number): Float64Array {
  const { wiring, plan, shareResult } = image;
  // Im⟨λ|P|ψ⟩ is half of the slope in β of exp(−iβP).
  const slopes = results.slice(0, values.length);
  for (let k = 0; k < slopes.length; k++) slopes[k] *= 2;
  wiring.shareTurns.forEach((place) => {
    if (place >= 0) slopes[place] = 0;
  });
  plan.measurement.shares.forEach(({ coefficient, turn }, k) => {
    if (!turn) return;
    const place = wiring.shareTurns[k];
    const derivative = turn.f === 'cos' ? -Math.sin(values[place]) : Math.cos(values[place]);
    slopes[place] += results[shareResult + k] * coefficient * derivative;
  });
  const gradient = new Float64Array(weights);
  pullBackSettings(wiring.settings, slopes, gradient);
  return gradient;
}

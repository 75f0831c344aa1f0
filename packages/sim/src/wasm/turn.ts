import type { Arena } from './arena.ts';
import type { Image, TableImage } from './image.ts';
import { pullBackSettings, set } from './settings.ts';

/** Writes all that depends on the weights; false if they are what they were. */
export function turnTo(arena: Arena, image: Image, theta: ArrayLike<number>): boolean {
  const { wiring, settings, plan } = image;
  if (!remembered(image.theta, theta)) return false;
  set(wiring.settings, theta, settings);
  const { numbers, integers, width } = arena;
  for (const { lanes, places } of image.blocks) {
    if (lanes) continue;
    let flips = 0;
    for (let k = 0; k < places.length; k++) {
      const place = places[k];
      const c = Math.cos(settings[place]);
      const s = Math.sin(settings[place]);
      const flip = Math.abs(s) > Math.abs(c);
      numbers[image.tangents / width + place] = flip ? c / s : s / c;
      image.cosines[place] = flip ? s : c;
      if (flip) flips |= 1 << k;
    }
    integers[image.flips / 4 + places[0]] = flips;
  }
  for (const table of image.tables) fillTable(numbers, integers, width, image, table);
  const dials = settings.length - wiring.dialCount - wiring.terms.features.length;
  const biases = image.biases / width;
  for (let k = 0; k < wiring.dialCount; k++) numbers[biases + k] = settings[dials + k];
  const scales = image.termScales / width;
  const terms = dials + wiring.dialCount;
  for (let k = 0; k < wiring.terms.features.length; k++) numbers[scales + k] = settings[terms + k];
  const values = image.shareValues / width;
  const all = scaleOf(image, wiring.measuredTakes) ** 2;
  plan.measurement.shares.forEach(({ coefficient, turn }, k) => {
    numbers[values + k] = all * coefficient * (turn ? FUNCTIONS[turn.f](settings[wiring.shareTurns[k]]) : 1);
  });
  return true;
}

const FUNCTIONS = { cos: Math.cos, sin: Math.sin } as const;

/** Whether the values differ from those that are remembered; they are then remembered. */
function remembered(known: Float64Array, values: ArrayLike<number>): boolean {
  let differs = false;
  for (let k = 0; k < known.length; k++) {
    if (known[k] === values[k]) continue;
    known[k] = values[k];
    differs = true;
  }
  return differs;
}

/** What a table is built from: for each qubit e^{∓iβ}, with the sign of a flipped rotation before it; and the cosines before it. */
function fillTable(
  numbers: Arena['numbers'],
  integers: Int32Array,
  width: number,
  image: Image,
  { levels, scale, others, words, takes }: TableImage,
): void {
  const at = levels / width;
  for (let k = 0; k < 4 * image.plan.qubits; k += 2) {
    numbers[at + k] = 1;
    numbers[at + k + 1] = 0;
  }
  let other = others / width;
  for (const { mask, place } of words) {
    const c = Math.cos(image.settings[place]);
    const s = Math.sin(image.settings[place]);
    if (mask !== 0 && (mask & (mask - 1)) === 0) {
      const level = at + 4 * (31 - Math.clz32(mask));
      numbers[level] = c;
      numbers[level + 1] = -s;
      numbers[level + 2] = c;
      numbers[level + 3] = s;
    } else {
      numbers[other++] = c;
      numbers[other++] = s;
    }
  }
  for (const { qubits, places } of takes) {
    const flips = integers[image.flips / 4 + places[0]];
    for (let k = 0; k < places.length; k++) {
      if (((flips >> k) & 1) === 0) continue;
      const level = at + 4 * qubits[k];
      numbers[level] = -numbers[level];
      numbers[level + 1] = -numbers[level + 1];
    }
  }
  numbers[scale / width] = scaleOf(image, takes);
  numbers[scale / width + 1] = 0;
}

/** The product of the cosines that tangents leave. */
function scaleOf({ cosines }: Image, takes: TableImage['takes']): number {
  let product = 1;
  for (const { places } of takes) for (const place of places) product *= cosines[place];
  return product;
}

/** Adds the gradient in the weights, from the results of the way back. */
export function addGradient(image: Image, results: Float64Array, gradient: Float64Array): void {
  const { wiring, plan, settings, shareResult } = image;
  // Im⟨λ|P|ψ⟩ is half of the slope in β of exp(−iβP); the angles in what is measured have slopes of their own.
  const slopes = results.slice(0, settings.length);
  for (let k = 0; k < slopes.length; k++) slopes[k] *= 2;
  plan.measurement.shares.forEach(({ coefficient, turn }, k) => {
    if (!turn) return;
    const place = wiring.shareTurns[k];
    const derivative = turn.f === 'cos' ? -Math.sin(settings[place]) : Math.cos(settings[place]);
    slopes[place] += results[shareResult + k] * coefficient * derivative;
  });
  pullBackSettings(wiring.settings, slopes, gradient);
}

import type { Arena } from './arena.ts';
import type { Image } from './image.ts';
import { pullBackSettings, set } from './settings.ts';
import type { TableImage } from './table-record.ts';

// All of this runs in every step of a training, often for small batches: loops over typed arrays, and nothing is allocated.

/** Stands behind the weights of an image once it is filled for them. */
const KNOWN = 0;

/** Writes all that depends on the weights; false if they are what they were. */
export function turnTo(arena: Arena, image: Image, theta: ArrayLike<number>): boolean {
  if (!differ(theta, image.theta)) return false;
  set(image.wiring.settings, theta, image.settings);
  const { numbers, integers, width } = arena;
  fillTangents(numbers, integers, width, image);
  for (const table of image.tables) fillTable(numbers, width, image, table);
  fillDials(numbers, width, image);
  fillShares(numbers, width, image);
  return true;
}

/** Whether the values differ from those that are known; they are then known. */
function differ(values: ArrayLike<number>, known: Float64Array): boolean {
  const count = known.length - 1;
  let k = 0;
  if (known[count] === KNOWN) while (k < count && known[k] === values[k]) k++;
  if (k === count && known[count] === KNOWN) return false;
  for (; k < count; k++) known[k] = values[k];
  known[count] = KNOWN;
  return true;
}

/** tan β or, where the sine is the larger, cot β; and for each block, which of its rotations are flipped. */
function fillTangents(numbers: Arena['numbers'], integers: Int32Array, width: number, image: Image): void {
  const { settings, cosines, flipped, heads } = image;
  const tangents = image.tangents / width;
  const flips = image.flips / 4;
  for (let place = 0; place < heads.length; place++) {
    const c = Math.cos(settings[place]);
    const s = Math.sin(settings[place]);
    const flip = Math.abs(s) > Math.abs(c);
    numbers[tangents + place] = flip ? c / s : s / c;
    cosines[place] = flip ? s : c;
    flipped[place] = flip ? 1 : 0;
    const head = heads[place];
    if (head === place) integers[flips + head] = 0;
    if (flip) integers[flips + head] |= 1 << (place - head);
  }
}

/** What a table is built from: for each qubit e^{∓iβ}, with the sign of a flipped rotation before it; and the cosines before it. */
function fillTable(numbers: Arena['numbers'], width: number, image: Image, table: TableImage): void {
  const { settings, flipped } = image;
  const { singles, singlePlaces, otherPlaces, turned, turnedPlaces } = table;
  const levels = table.levels / width;
  for (let k = 0; k < 4 * image.plan.qubits; k += 2) {
    numbers[levels + k] = 1;
    numbers[levels + k + 1] = 0;
  }
  for (let k = 0; k < singles.length; k++) {
    const level = levels + 4 * singles[k];
    const c = Math.cos(settings[singlePlaces[k]]);
    const s = Math.sin(settings[singlePlaces[k]]);
    numbers[level] = c;
    numbers[level + 1] = -s;
    numbers[level + 2] = c;
    numbers[level + 3] = s;
  }
  const others = table.others / width;
  for (let k = 0; k < otherPlaces.length; k++) {
    numbers[others + 2 * k] = Math.cos(settings[otherPlaces[k]]);
    numbers[others + 2 * k + 1] = Math.sin(settings[otherPlaces[k]]);
  }
  for (let k = 0; k < turned.length; k++) {
    if (flipped[turnedPlaces[k]] === 0) continue;
    const level = levels + 4 * turned[k];
    numbers[level] = -numbers[level];
    numbers[level + 1] = -numbers[level + 1];
  }
  numbers[table.scale / width] = scaleOf(image, turnedPlaces);
  numbers[table.scale / width + 1] = 0;
}

/** The product of the cosines that tangents leave. */
function scaleOf({ cosines }: Image, places: Int32Array): number {
  let product = 1;
  for (let k = 0; k < places.length; k++) product *= cosines[places[k]];
  return product;
}

/** The biases of the dials, and the scales of their terms: the last of the settings. */
function fillDials(numbers: Arena['numbers'], width: number, { wiring, settings, biases, termScales }: Image): void {
  const terms = settings.length - wiring.terms.features.length;
  const dials = terms - wiring.dialCount;
  for (let k = dials; k < terms; k++) numbers[biases / width + k - dials] = settings[k];
  for (let k = terms; k < settings.length; k++) numbers[termScales / width + k - terms] = settings[k];
}

/** The values of the shares, and the slopes in their angles. */
function fillShares(numbers: Arena['numbers'], width: number, image: Image): void {
  const { shares } = image.plan.measurement;
  const { shareTurns } = image.wiring;
  const values = image.shareValues / width;
  const all = scaleOf(image, image.measuredPlaces) ** 2;
  for (let k = 0; k < shares.length; k++) {
    const { coefficient, turn } = shares[k];
    numbers[values + k] = all * coefficient;
    if (!turn) continue;
    const c = Math.cos(image.settings[shareTurns[k]]);
    const s = Math.sin(image.settings[shareTurns[k]]);
    numbers[values + k] = all * coefficient * (turn.f === 'cos' ? c : s);
    image.shareSlopes[k] = coefficient * (turn.f === 'cos' ? -s : c);
  }
}

/** Adds the gradient in the weights, from the results of the way back: those of each shard, one after another. */
export function addGradient(
  image: Image,
  results: Float64Array,
  gradient: Float64Array,
  from: number,
  shards: number,
): void {
  const { slopes, shareSlopes, shareResult } = image;
  const { shareTurns, settings } = image.wiring;
  slopes.fill(0);
  for (let shard = 0, at = from; shard < shards; shard++, at += slopes.length)
    for (let k = 0; k < slopes.length; k++) slopes[k] += results[at + k];
  // Im⟨λ|P|ψ⟩ is half of the slope in β of exp(−iβP); the angles in what is measured have slopes of their own.
  for (let k = 0; k < shareResult; k++) slopes[k] *= 2;
  for (let k = 0; k < shareTurns.length; k++)
    if (shareTurns[k] >= 0) slopes[shareTurns[k]] += slopes[shareResult + k] * shareSlopes[k];
  pullBackSettings(settings, slopes, gradient);
}

import { checkCotangents, checkRun, checkShifts, rowsIn } from '../check.ts';
import { checkAmplitudes } from '../initial.ts';
import type { Program } from '../program.ts';
import { sampled } from '../sample.ts';
import { EVERYTHING, type Precision, type Simulator } from '../simulator.ts';
import { type Arena, arena as arenaOf } from './arena.ts';
import { type CallName, engine, kernels } from './engine.ts';
import { type FrameShape, placeFrame, slotBytes } from './frame.ts';
import type { Image } from './image.ts';
import { images as imagesOf } from './images.ts';
import { type Fields, placeIntegers, placeNumbers, write } from './record.ts';
import { gradientOf, turnTo } from './turn.ts';

/** How the WebAssembly simulator computes. */
export interface WasmOptions {
  /** Numbers of 32 bits if absent: twice as fast, and expectation values to some 1e-6. */
  readonly precision?: Precision;
  /** Whether gates share sweeps over the state, as they do if absent; else each is a sweep of its own. */
  readonly fuse?: boolean;
}

/** So many rows at once: what goes in and out of the kernels stays small. */
const MOST_ROWS = 4096;
/** While the states that the way back wants take no more, they are kept; else they are undone. */
const MOST_KEPT = 2 ** 22;

/** Runs plans on WebAssembly kernels, many samples side by side. */
export function wasm({ precision = 'single', fuse = true }: WasmOptions = {}): Simulator {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  const arena = arenaOf(memory, precision);
  const { prepare, ...calls } = engine(kernels(), memory, precision);
  const imageFor = imagesOf(arena, fuse);

  /** The image, with all in it that depends on the weights. */
  const ready = (program: Program, features: ArrayLike<number>, weights: ArrayLike<number>, goal: 'values' | 'state') => {
    checkRun(program, features, weights);
    checkAmplitudes(program, features);
    const image = imageFor(program, goal);
    const settings = turnTo(arena, image, weights);
    prepare(image.program);
    return { image, settings };
  };

  /** Makes a call for so many rows at a time; `use` may read what it left, before the memory is taken back. */
  const inBlocks = (
    program: Program,
    image: Image,
    features: ArrayLike<number>,
    call: CallName,
    shape: Omit<FrameShape, 'lanes'>,
    fields: (from: number, rows: number) => Partial<Fields<'Program'>>,
    use: (from: number, rows: number, results: number) => void,
  ) => {
    const all = rowsIn(program, features);
    for (let from = 0; from < all; from += MOST_ROWS) {
      const mark = arena.top;
      const rows = Math.min(MOST_ROWS, all - from);
      const lanes = lanesFor(arena, program.qubits, rows);
      const frame = placeFrame(arena, image, program, { ...shape, lanes });
      write(arena, image.program, 'Program', {
        lanes,
        rows,
        features: placeNumbers(arena, part(features, from * program.features, (from + rows) * program.features)),
        ...fields(from, rows),
      });
      calls[call](image.program, frame.address, 0, Math.ceil(rows / lanes));
      use(from, rows, frame.results);
      arena.release(mark);
    }
  };

  const read = (address: number, count: number) => {
    const start = address / arena.width;
    return arena.numbers.subarray(start, start + count);
  };

  const run: Simulator['run'] = (program, features, weights) => {
    const { image } = ready(program, features, weights, 'values');
    const outputs = program.observables.length;
    const values = new Float64Array(rowsIn(program, features) * outputs);
    let at = 0;
    inBlocks(
      program,
      image,
      features,
      'run',
      { slots: 2, back: false },
      (_, rows) => ({ outputs: (at = arena.take(arena.width * rows * outputs)) }),
      (from, rows) => values.set(read(at, rows * outputs), from * outputs),
    );
    return values;
  };

  const runShifted: Simulator['runShifted'] = (program, features, weights, shifts) => {
    const { image } = ready(program, features, weights, 'values');
    checkShifts(program, shifts);
    const outputs = program.observables.length;
    const all = rowsIn(program, features);
    const values = new Float64Array(shifts.length * all * outputs);
    const moves = shiftFields(arena, image, shifts);
    let at = 0;
    inBlocks(
      program,
      image,
      features,
      'runShifted',
      { slots: image.plan.passes.length + 3, back: false },
      (_, rows) => ({ ...moves(), outputs: (at = arena.take(arena.width * shifts.length * rows * outputs)) }),
      (from, rows) => {
        for (let k = 0; k < shifts.length; k++)
          values.set(
            read(at + arena.width * k * rows * outputs, rows * outputs),
            (k * all + from) * outputs,
          );
      },
    );
    return values;
  };

  const pullBack: Simulator['pullBack'] = (program, features, weights, cotangents, wanted = EVERYTHING) => {
    const { image, settings } = ready(program, features, weights, 'values');
    checkCotangents(program, rowsIn(program, features), cotangents);
    const outputs = program.observables.length;
    const width = program.features;
    const slopes = new Float64Array(wanted.features ? features.length : 0);
    const results = new Float64Array(image.resultCount);
    const undoes = image.keptSlots * slotBytes(arena, program.qubits, lanesFor(arena, program.qubits, 1e9)) > MOST_KEPT;
    let at = 0;
    inBlocks(
      program,
      image,
      features,
      'pullBack',
      { slots: undoes ? 2 : image.keptSlots, back: true },
      (from, rows) => ({
        undoes: undoes ? 1 : 0,
        wantsFeatures: wanted.features ? 1 : 0,
        cotangents: placeNumbers(arena, part(cotangents, from * outputs, (from + rows) * outputs)),
        slopes: (at = arena.take(wanted.features ? arena.width * rows * width : 0)),
      }),
      (from, rows, address) => {
        if (wanted.features) slopes.set(read(at, rows * width), from * width);
        const sums = arena.doubles.subarray(address / 8, address / 8 + results.length);
        for (let k = 0; k < results.length; k++) results[k] += sums[k];
      },
    );
    return { weights: gradientOf(image, settings, results, program.weights), features: slopes };
  };

  const state: Simulator['state'] = (program, features, weights) => {
    const { image } = ready(program, features, weights, 'state');
    const size = 2 * 2 ** program.qubits;
    const values = new Float64Array(rowsIn(program, features) * size);
    let at = 0;
    inBlocks(
      program,
      image,
      features,
      'states',
      { slots: 2, back: false },
      (_, rows) => ({ outputs: (at = arena.take(arena.width * rows * size)) }),
      (from, rows) => values.set(read(at, rows * size), from * size),
    );
    return values;
  };

  const probabilities: Simulator['probabilities'] = (program, features, weights) => {
    const amplitudes = state(program, features, weights);
    const values = new Float64Array(amplitudes.length / 2);
    for (let k = 0; k < values.length; k++) values[k] = amplitudes[2 * k] ** 2 + amplitudes[2 * k + 1] ** 2;
    return values;
  };

  return {
    name: 'wasm',
    precision,
    run,
    runShifted,
    pullBack,
    state,
    probabilities,
    sample: (program, features, weights, shots) =>
      sampled(probabilities(program, features, weights), rowsIn(program, features), shots),
    dispose: () => {},
  };
}

/** Lanes in single precision, by qubits: a chunk stays within 16 KiB, and is never narrower than a vector. */
function lanesFor({ width }: Arena, qubits: number, rows: number): number {
  const vector = 16 / width;
  const most = (qubits <= 6 ? 4 : qubits <= 8 ? 2 : 1) * vector;
  return Math.min(most, Math.ceil(rows / vector) * vector);
}

/** Writes what the shifts do, for each block of rows anew: the pass before which each acts, and its generators. */
function shiftFields(arena: Arena, { plan }: Image, shifts: readonly { readonly slot: number; readonly shift: number }[]) {
  const places: number[] = [];
  const generators: number[] = [];
  const values: number[] = [];
  for (const { slot, shift } of shifts) {
    const place = plan.places[slot];
    for (const { word, controls, scale } of place.generators) {
      generators.push(word.x, word.z, controls);
      values.push(Math.cos(scale * shift), Math.sin(scale * shift));
    }
    places.push(place.before, generators.length / 3);
  }
  return () => ({
    shifts: placeIntegers(arena, places),
    shiftCount: shifts.length,
    generators: placeIntegers(arena, generators),
    generatorValues: placeNumbers(arena, values),
  });
}

function part(values: ArrayLike<number>, from: number, to: number): ArrayLike<number> {
  if (from === 0 && to === values.length) return values;
  return ArrayBuffer.isView(values)
    ? (values as unknown as Float64Array).subarray(from, to)
    : Array.prototype.slice.call(values, from, to);
}

import { allFinite, checkCotangents, checkRun, checkShifts, rowsIn, takenBack } from '../check.ts';
import { checkAmplitudes } from '../initial.ts';
import type { Program } from '../program.ts';
import { numbers } from '../room.ts';
import { checkShots, sampled } from '../sample.ts';
import { EVERYTHING, type Simulator, type Wanted } from '../simulator.ts';
import { crew as crewOf, WORTH_SHARING } from './crew.ts';
import type { ChunkCallName } from './engine.ts';
import { lanesFor, slotBytes } from './lanes.ts';
import { largeSimulator } from './large/large-simulator.ts';
import { type Loaded, loader } from './loader.ts';
import { fieldsOf } from './record.ts';
import { placeShifts } from './shifts.ts';
import type { HostedSimulator, SimulatorOptions } from './simulator.ts';
import { addGradient, turnTo } from './turn.ts';
import { MOST_SHARDS, open } from './workspace.ts';

/** So many rows at once: what goes in and out of the kernels stays small. */
const MOST_ROWS = 4096;

const PROGRAM = fieldsOf('Program');

/** What numbers may be. */
const LIMITS = {
  single: 'an angle may be up to 200,000, and any number up to 1e38',
  double: 'an angle may be up to 2e12, and any number up to 1e308',
} as const;

/** Runs plans on WebAssembly kernels, many samples side by side. */
export function wasm(
  { precision = 'single', threads = 'auto', fuse = true }: SimulatorOptions = {},
  { always, fewRows }: Large = LARGE,
): HostedSimulator {
  const crew = crewOf(precision, threads);
  const { arena } = crew;
  const load = loader(arena, fuse);
  const large = largeSimulator(crew, fuse);
  const isLarge = (program: Program, features: ArrayLike<number>) =>
    program.qubits >= always || (program.qubits >= fewRows && rowsIn(program, features) < 16 / arena.width);
  /** Whether the states that shifts go on from would take more than a few hundred megabytes. */
  const keepsMuch = (program: Program, features: ArrayLike<number>) => {
    const lanes = lanesFor(arena, program.qubits, rowsIn(program, features));
    return program.qubits > 2 && program.instructions.length * slotBytes(arena, program.qubits, lanes) > 2 ** 29;
  };
  let disposed = false;

  const check = (program: Program, features: ArrayLike<number>, weights: ArrayLike<number>, wanted?: Wanted) => {
    if (disposed) throw new Error('The simulator was disposed. Make another: simulator().');
    checkRun(program, features, weights);
    checkAmplitudes(program, features, wanted);
  };

  /** Makes a call for so many rows at a time; `before` writes what else goes in, `after` reads what came out. */
  const inBlocks = (on: Call, before: (block: Block) => void, after: (block: Block) => void) => {
    const { program, features, weights, call, outputsPerRow } = on;
    const all = rowsIn(program, features);
    for (let from = 0; from < all; from += MOST_ROWS) {
      const rows = Math.min(MOST_ROWS, all - from);
      const lanes = lanesFor(arena, program.qubits, rows);
      const work = rows * nanoseconds(program) * (on.times ?? 1);
      const { image, room } = load(program, { call, rows, lanes, outputsPerRow, threads: crew.threadsFor(work) });
      if (turnTo(arena, image, weights)) crew.engine.prepare(image.program);
      open(arena, image, room, rows);
      const width = program.features;
      put(room.features, features, from * width, rows * width);
      const chunks = Math.ceil(rows / lanes);
      const shards = work < WORTH_SHARING ? 1 : Math.min(chunks, MOST_SHARDS, Math.ceil((2 * work) / WORTH_SHARING));
      const block = { image, room, from, rows, shards };
      before(block);
      const { frames, results } = room;
      crew.run({ call, program: image.program, frames, chunks, shards, results, resultBytes: 8 * image.resultCount });
      after(block);
    }
  };

  const demandFinite = (values: Float64Array, from = 0, count = values.length) => {
    if (!allFinite(values, from, count))
      throw new Error(
        `A result is no finite number: in ${precision} precision ${LIMITS[precision]}. Scale the features${precision === 'single' ? ', or take double precision' : ''}.`,
      );
    return values;
  };
  const put = (address: number, values: ArrayLike<number>, from: number, count: number) => {
    const { doubles } = arena;
    const at = address / 8;
    if (values instanceof Float64Array) doubles.set(values.subarray(from, from + count), at);
    // Between arrays of different types set() is slower than a loop.
    else for (let k = 0; k < count; k++) doubles[at + k] = values[from + k];
  };
  const take = (address: number, values: Float64Array, from: number, count: number) => {
    values.set(arena.doubles.subarray(address / 8, address / 8 + count), from);
    demandFinite(values, from, count);
  };

  const ask = ({ image }: Loaded, field: keyof typeof PROGRAM, value: number) => {
    arena.integers[image.program / 4 + PROGRAM[field]] = value;
  };

  const run: Simulator['run'] = (program, features, weights) => {
    check(program, features, weights);
    if (isLarge(program, features)) return demandFinite(large.run(program, features, weights));
    const outputs = program.observables.length;
    const values = numbers(rowsIn(program, features) * outputs);
    inBlocks({ call: 'run', program, features, weights, outputsPerRow: outputs }, nothing, ({ room, from, rows }) =>
      take(room.outputs, values, from * outputs, rows * outputs),
    );
    return values;
  };

  const runShifted: Simulator['runShifted'] = (program, features, weights, shifts) => {
    check(program, features, weights);
    checkShifts(program, shifts);
    if (isLarge(program, features) || keepsMuch(program, features))
      return large.runShifted(program, features, weights, shifts);
    const outputs = program.observables.length;
    const all = rowsIn(program, features);
    const values = numbers(shifts.length * all * outputs);
    inBlocks(
      {
        call: 'runShifted',
        program,
        features,
        weights,
        outputsPerRow: shifts.length * outputs,
        times: shifts.length / 2,
      },
      (block) => {
        const placed = placeShifts(arena, block.image, shifts);
        ask(block, 'shifts', placed.shifts);
        ask(block, 'shiftCount', shifts.length);
        ask(block, 'generators', placed.generators);
        ask(block, 'generatorValues', placed.generatorValues);
      },
      ({ room, from, rows }) => {
        const size = rows * outputs;
        for (let k = 0; k < shifts.length; k++)
          take(room.outputs + 8 * k * size, values, (k * all + from) * outputs, size);
      },
    );
    return values;
  };

  const pullBack: Simulator['pullBack'] = (program, features, weights, cotangents, wanted = EVERYTHING) => {
    check(program, features, weights, wanted);
    checkCotangents(program, rowsIn(program, features), cotangents);
    takenBack(program);
    if (isLarge(program, features)) return large.pullBack(program, features, weights, cotangents, wanted);
    const outputs = program.observables.length;
    const width = program.features;
    const slopes = new Float64Array(wanted.features ? features.length : 0);
    const gradient = new Float64Array(program.weights);
    inBlocks(
      { call: 'pullBack', program, features, weights, outputsPerRow: 0, times: 3 },
      (block) => {
        const { room, from, rows } = block;
        ask(block, 'wantsFeatures', wanted.features ? 1 : 0);
        put(room.cotangents, cotangents, from * outputs, rows * outputs);
      },
      ({ image, room, from, rows, shards }) => {
        if (wanted.features) take(room.slopes, slopes, from * width, rows * width);
        addGradient(image, arena.doubles, gradient, room.results / 8, shards);
      },
    );
    return { weights: demandFinite(gradient), features: slopes };
  };

  const state: Simulator['state'] = (program, features, weights) => {
    check(program, features, weights);
    if (isLarge(program, features)) return demandFinite(large.state(program, features, weights));
    const size = 2 * 2 ** program.qubits;
    const values = numbers(rowsIn(program, features) * size);
    inBlocks({ call: 'states', program, features, weights, outputsPerRow: size }, nothing, ({ room, from, rows }) =>
      take(room.outputs, values, from * size, rows * size),
    );
    return values;
  };

  const probabilities: Simulator['probabilities'] = (program, features, weights) => {
    const amplitudes = state(program, features, weights);
    const values = numbers(amplitudes.length / 2);
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
    sample: (program, features, weights, shots) => {
      checkShots(rowsIn(program, features), shots);
      return sampled(probabilities(program, features, weights), rowsIn(program, features), shots);
    },
    dispose: () => {
      disposed = true;
      crew.stop();
    },
    notes: crew.notes,
    threads: crew.threads,
    bytes: () => arena.memory.buffer.byteLength,
  };
}

interface Call {
  readonly call: ChunkCallName;
  readonly program: Program;
  readonly features: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly outputsPerRow: number;
  /** How many times as long it takes as a run. */
  readonly times?: number;
}

interface Block extends Loaded {
  readonly from: number;
  readonly rows: number;
  readonly shards: number;
}

/** About how long a run of one row takes: instructions on all qubits are about a pass, and a pass some 0.3 ns an amplitude. */
const nanoseconds = ({ qubits, instructions }: Program) => 0.3 * 2 ** qubits * (instructions.length / qubits);

const nothing = () => {};

/** From how many qubits on a state is large: rows then go through one after another, with low qubits inside the vectors. */
interface Large {
  readonly always: number;
  /** Where there are fewer rows than a vector holds numbers. */
  readonly fewRows: number;
}

const LARGE: Large = { always: 18, fewRows: 15 };

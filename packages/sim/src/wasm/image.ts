import { isSingle } from '../mask.ts';
import { imagesOf, isIdentity } from '../plan/affine.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../program.ts';
import type { Arena } from './arena.ts';
import { mayUndo } from './lanes.ts';
import { keptSlots, passFields } from './pass-record.ts';
import { type Fields, place, placeIntegers } from './record.ts';
import { inverseOf, placeTable, type TableImage } from './table-record.ts';
import { type PassWiring, placesOf, type Wiring, wiringOf } from './wiring.ts';
import { placeWords } from './words-record.ts';

/** A plan in the kernels' memory. */
export interface Image {
  readonly plan: Plan;
  readonly wiring: Wiring;
  /** The address of the program record. */
  readonly program: number;
  readonly tables: readonly TableImage[];
  /** For each tangent the first one of its block. */
  readonly heads: Int32Array;
  /** The tangents whose cosines, squared, are left to what is measured. */
  readonly measuredPlaces: Int32Array;
  /** Addresses of what each step fills. */
  readonly tangents: number;
  readonly flips: number;
  readonly biases: number;
  readonly termScales: number;
  readonly shareValues: number;
  /** How many slots the way back wants. */
  readonly keptSlots: number;
  /** Bytes that a frame sums slopes in. */
  readonly sumBytes: number;
  readonly shareResult: number;
  readonly resultCount: number;
  /** The weights that all this is filled for, and behind them NaN as long as it is not; the settings that they make. */
  readonly theta: Float64Array;
  readonly settings: Float64Array;
  /** Room for the slopes in the settings, and behind them in the shares. */
  readonly slopes: Float64Array;
  /** The factors that tangents leave to tables, and whether the rotation is flipped. */
  readonly cosines: Float64Array;
  readonly flipped: Uint8Array;
  /** The slope of each share in its angle. */
  readonly shareSlopes: Float64Array;
}

/** The records of a plan, behind what is in use. */
export function imageOf(arena: Arena, plan: Plan, program: Program): Image {
  const wiring = wiringOf(plan, program, mayUndo(arena, plan.qubits, plan.passes.length));
  const { settings, terms } = wiring;
  const { qubits } = plan;
  const tables: TableImage[] = [];
  let sumBytes = 16 * wiring.tangentCount;

  const diagonal = (pass: Extract<PassWiring, { kind: 'diagonal' }>): number => {
    const { address, image } = placeTable(arena, qubits, pass, sumBytes);
    // The kernel of a first pass sums whether or not it is wanted.
    sumBytes += pass.words.length > 0 || tables.length === 0 ? 16 * 2 ** qubits : 0;
    tables.push(image);
    return address;
  };

  const passes = wiring.passes.map((pass) => passFields(arena, qubits, pass, diagonal));
  const slots = keptSlots(passes, wiring.passes);
  passes.forEach((fields, k) => {
    fields.slot = slots.of[k];
  });

  const { words, shares, moves } = plan.measurement;
  const placed = words.map((word, k) => ({ ...word, place: k }));
  const zWords = placed.filter(({ x }) => x === 0);
  const isX = ({ x, z }: { readonly x: number; readonly z: number }) => z === 0 && isSingle(x);
  const xSingles = placed.filter(isX).sort((one, other) => one.x - other.x);
  const xWords = placed.filter((word) => word.x !== 0 && !isX(word));
  const sharedCount = settings.base.length - wiring.dialCount - terms.features.length;
  const blocks = wiring.passes.flatMap((pass) => (pass.kind === 'rotate' ? pass.blocks : []));
  const tangentBlocks = blocks.filter(({ lanes }) => !lanes);
  const addresses = {
    tangents: arena.take(arena.width * (wiring.tangentCount + 4)),
    flips: arena.take(4 * (wiring.tangentCount + 1)),
    biases: arena.take(arena.width * wiring.dialCount),
    termScales: arena.take(arena.width * terms.features.length),
    shareValues: arena.take(arena.width * shares.length),
  };
  const shareResult = settings.base.length;
  const record: Fields<'Program'> = {
    qubits,
    lanes: 0,
    passes: place(arena, 'Pass', passes),
    passCount: passes.length,
    startDials: program.initial ? 0 : placeIntegers(arena, wiring.startDials),
    initial: placeIntegers(arena, program.initial ?? []),
    initialCount: program.initial?.length ?? 0,
    dialCount: wiring.dialCount,
    ...addresses,
    termEnds: placeIntegers(arena, terms.ends),
    termFeatures: placeIntegers(arena, terms.features),
    dialResult: sharedCount,
    termResult: sharedCount + wiring.dialCount,
    tangentCount: wiring.tangentCount,
    zWords: placeWords(
      arena,
      qubits,
      zWords.map(({ z, place }) => ({ mask: z, place })),
    ),
    zCount: zWords.length,
    zSource: moves && !isIdentity(moves) ? placeIntegers(arena, inverseOf(imagesOf(moves))) : 0,
    xSingles: place(arena, 'Singles', [
      {
        list: placeIntegers(
          arena,
          xSingles.flatMap(({ x, place }) => [31 - Math.clz32(x), place]),
        ),
        count: xSingles.length,
      },
    ]),
    xWords: placeIntegers(
      arena,
      xWords.flatMap(({ x, z, place }) => [x, z, place]),
    ),
    xCount: xWords.length,
    wordCount: words.length,
    shares: placeIntegers(
      arena,
      shares.flatMap(({ observable, word }) => [observable, word]),
    ),
    shareCount: shares.length,
    shareResult,
    wantsShares: wiring.shareTurns.some((turn) => turn >= 0) ? 1 : 0,
    features: 0,
    featureCount: program.features,
    rows: 0,
    outputs: 0,
    observableCount: program.observables.length,
    cotangents: 0,
    slopes: 0,
    wantsFeatures: 0,
    shifts: 0,
    shiftCount: 0,
    generators: 0,
    generatorValues: 0,
    undoes: 0,
    resultCount: shareResult + shares.length,
  };
  return {
    plan,
    wiring,
    program: place(arena, 'Program', [record]),
    tables,
    heads: Int32Array.from(tangentBlocks.flatMap(({ places }) => places.map(() => places[0]))),
    measuredPlaces: placesOf(wiring.measuredTakes),
    ...addresses,
    keptSlots: slots.count,
    sumBytes,
    shareResult,
    resultCount: record.resultCount,
    theta: new Float64Array(program.weights + 1).fill(Number.NaN),
    settings: new Float64Array(settings.base.length),
    slopes: new Float64Array(record.resultCount),
    cosines: new Float64Array(wiring.tangentCount),
    flipped: new Uint8Array(wiring.tangentCount),
    shareSlopes: new Float64Array(shares.length),
  };
}

import { parity } from '../pauli.ts';
import { imagesOf, isIdentity } from '../plan/affine.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../program.ts';
import type { Arena } from './arena.ts';
import { mayUndo } from './lanes.ts';
import { type Fields, place, placeIntegers, placeNumbers } from './record.ts';
import { type BlockWiring, isSingle, type PassWiring, type Wiring, type WordWiring, wiringOf } from './wiring.ts';

/** A diagonal pass's table in the kernels' memory, as far as each step fills it anew. */
export interface TableImage {
  /** Addresses. */
  readonly levels: number;
  readonly scale: number;
  readonly others: number;
  /** The qubits of words that are single Zs, and the places of their angles; the places of the others. */
  readonly singles: Int32Array;
  readonly singlePlaces: Int32Array;
  readonly otherPlaces: Int32Array;
  /** The qubits that turn just before, and the places of their tangents. */
  readonly turned: Int32Array;
  readonly turnedPlaces: Int32Array;
}

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
  const size = 2 ** qubits;
  const atLeast = Math.max(size, 16 / arena.width);
  const tables: TableImage[] = [];
  let sumBytes = 16 * wiring.tangentCount;

  const diagonal = ({ pass, words, takes }: Extract<PassWiring, { kind: 'diagonal' }>): number => {
    const multi = words.filter(({ mask }) => !isSingle(mask));
    const source = isIdentity(pass.moves) ? undefined : inverseOf(imagesOf(pass.moves));
    const fixed = fixedTable(pass.phases, atLeast);
    const levels = arena.take(arena.width * 4 * qubits);
    const scale = arena.take(arena.width * 2);
    const others = arena.take(arena.width * 2 * multi.length);
    const table = {
      table: arena.take(arena.width * 2 * atLeast),
      source: source ? placeIntegers(arena, source) : 0,
      fixed: fixed ? placeNumbers(arena, fixed) : 0,
      levels,
      scale,
      others,
      masks: placeIntegers(
        arena,
        multi.map(({ mask }) => mask),
      ),
      otherCount: multi.length,
      work: arena.take(arena.width * 2 * atLeast),
      sums: sumBytes,
      wantsSlopes: words.length > 0 ? 1 : 0,
      words: placeWords(
        arena,
        qubits,
        words.map(({ mask }, k) => ({ mask, place: k })),
      ),
      wordCount: words.length,
      result: words.length > 0 ? words[0].place : 0,
    };
    // The kernel of a first pass sums whether or not it is wanted.
    sumBytes += words.length > 0 || tables.length === 0 ? 16 * size : 0;
    const single = words.filter(({ mask }) => isSingle(mask));
    tables.push({
      levels,
      scale,
      others,
      singles: Int32Array.from(single, ({ mask }) => 31 - Math.clz32(mask)),
      singlePlaces: Int32Array.from(single, ({ place }) => place),
      otherPlaces: Int32Array.from(multi, ({ place }) => place),
      turned: Int32Array.from(takes.flatMap(({ qubits }) => qubits)),
      turnedPlaces: placesOf(takes),
    });
    return place(arena, 'Table', [table]);
  };

  const passes = wiring.passes.map((pass) => passFields(arena, qubits, pass, diagonal));
  const slots = keptSlots(passes, wiring);
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

const placesOf = (blocks: readonly BlockWiring[]) => Int32Array.from(blocks.flatMap(({ places }) => places));

type PassFields = { -readonly [Field in keyof Fields<'Pass'>]: number };

const KINDS = { rotate: 0, diagonal: 1, phases: 2, word: 3, matrix: 4 } as const;

function passFields(
  arena: Arena,
  qubits: number,
  pass: PassWiring,
  diagonal: (pass: Extract<PassWiring, { kind: 'diagonal' }>) => number,
): PassFields {
  const none = { blocks: 0, blockCount: 0, table: 0, words: 0, dial: 0, x: 0, z: 0, controls: 0, dense: 0 };
  const fields = { kind: KINDS[pass.kind], slot: 0, apart: 0, ...none };
  switch (pass.kind) {
    case 'rotate':
      return { ...fields, blocks: place(arena, 'Block', pass.blocks.map(blockFields)), blockCount: pass.blocks.length };
    case 'diagonal':
      return { ...fields, table: diagonal(pass), apart: isIdentity(pass.pass.moves) ? 0 : 1 };
    case 'phases':
      return { ...fields, words: placeWords(arena, qubits, pass.words) };
    case 'word': {
      const { word, controls } = pass.pass;
      return { ...fields, ...word, controls, dial: pass.dial };
    }
    case 'matrix':
      return { ...fields, dense: placeMatrix(arena, pass.pass), apart: 1 };
  }
}

const blockFields = ({ lanes, qubits, places }: BlockWiring): Fields<'Block'> => ({
  lanes: lanes ? 1 : 0,
  count: qubits.length,
  a: qubits[0],
  b: qubits[1] ?? 0,
  c: qubits[2] ?? 0,
  first: places[0],
  second: places[1] ?? 0,
});

/** Words of Zs: a list of the places of single ones, and masks with places of the others. */
function placeWords(arena: Arena, qubits: number, words: readonly WordWiring[]): number {
  const singles = new Array<number>(qubits).fill(-1);
  for (const { mask, place } of words) if (isSingle(mask)) singles[31 - Math.clz32(mask)] = place;
  const others = words.filter(({ mask }) => !isSingle(mask)).flatMap(({ mask, place }) => [mask, place]);
  const fields = {
    singles: placeIntegers(arena, singles),
    others: placeIntegers(arena, others),
    otherCount: others.length / 2,
    anySingle: singles.some((place) => place >= 0) ? 1 : 0,
  };
  return place(arena, 'Words', [fields]);
}

function placeMatrix(
  arena: Arena,
  { targets, controls, matrix }: Extract<PassWiring, { kind: 'matrix' }>['pass'],
): number {
  const dimension = 2 ** targets.length;
  const offsets = Array.from({ length: dimension }, (_, value) =>
    targets.reduce((index, target, bit) => index | (((value >> bit) & 1) << target), 0),
  );
  const inverse = matrix.map((_, j) => {
    const [row, column] = [Math.floor((j >> 1) / dimension), (j >> 1) % dimension];
    return (j & 1 ? -1 : 1) * matrix[2 * (column * dimension + row) + (j & 1)];
  });
  const fields = {
    dimension,
    controls,
    targets: offsets[dimension - 1],
    offsets: placeIntegers(arena, offsets),
    forward: placeNumbers(arena, matrix),
    backward: placeNumbers(arena, inverse),
  };
  return place(arena, 'Dense', [fields]);
}

/** Where each amplitude comes from, by where each goes. */
function inverseOf(images: Int32Array): Int32Array {
  const source = new Int32Array(images.length);
  images.forEach((image, k) => {
    source[image] = k;
  });
  return source;
}

/** The factors of phases that never change, real parts and then imaginary ones; nothing if there are none. */
function fixedTable(
  phases: readonly {
    readonly mask: number;
    readonly coefficient: number;
    readonly turn: { readonly constant: number; readonly slots: readonly number[] };
  }[],
  size: number,
): Float64Array | undefined {
  const constants = phases.filter(({ turn }) => turn.slots.length === 0);
  if (constants.length === 0) return undefined;
  const table = new Float64Array(2 * size);
  for (let k = 0; k < size; k++) {
    let angle = 0;
    for (const { mask, coefficient, turn } of constants)
      angle += (parity(mask & k) ? -1 : 1) * coefficient * turn.constant;
    table[k] = Math.cos(angle);
    table[size + k] = -Math.sin(angle);
  }
  return table;
}

/**
 * The slot where the way back finds the state behind each pass. The start has slot 0; a rotation in front of a diagonal
 * pass is not wanted again, so it shares that pass's slot, or the last one where that pass cannot work in place.
 */
function keptSlots(passes: readonly PassFields[], { passes: wirings }: Wiring) {
  let next = 1;
  const of = passes.map((_, k) => {
    const behind = wirings[k].kind === 'rotate' && wirings[k + 1]?.kind === 'diagonal';
    if (!behind) return next++;
    return passes[k + 1].apart ? -1 : next;
  });
  return { of: of.map((slot) => (slot < 0 ? next : slot)), count: next + 1 };
}

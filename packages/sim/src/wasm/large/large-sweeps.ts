import { jumpFactors } from '../../jump.ts';
import { exchangesOf } from '../../plan/affine.ts';
import type { AffineMap, DampingPass, MatrixPass, QubitTurn, WordPass } from '../../plan/plan.ts';
import { dagger } from '../../state.ts';
import type { Crew } from '../crew.ts';
import { offsetsOf } from '../dense-record.ts';
import type { LargeCallName } from '../engine.ts';
import { place, placeIntegers, placeNumbers } from '../record.ts';
import { MOST_SHARDS } from '../workspace.ts';
import { blockTable, type LowWord, writeProduct } from './block-table.ts';
import { type FixedTables, fixedTables } from './fixed-tables.ts';
import { setWords } from './large-measure.ts';
import { type LargeRecord, sourcesOf, TILE_BITS } from './large-record.ts';
import { angleOf, type HalfTurn, halfTurn, type LargeStep, type Layer, leftOut } from './layers.ts';

/** A state that is carried from step to step, or back. */
export interface LargeSweeps {
  /** Makes a call over all blocks, or so many items; the sums that it leaves, added up over its shards. */
  call(name: LargeCallName, sums?: number, items?: number): Float64Array;
  /** Carries the state, or λ, which is `other`, through a step; with `back` through its inverse. */
  carry(step: LargeStep, which: 'state' | 'other', back: boolean): void;
}

/**
 * Sweeps over a large state at these angles of the slots. A layer is two kinds of them: high qubits in tiles, then, block by
 * block, low qubits and all phases. For a given block a word of Zs that reaches above it is its part below times a sign, so
 * that words are of three kinds: within a block (a table), above it (one factor), across (a factor or its conjugate).
 */
export function largeSweeps(crew: Crew, record: LargeRecord, angles: ArrayLike<number>, back: boolean): LargeSweeps {
  const { arena } = crew;
  const { qubits, blockBits, insideBits } = record;
  const vector = 2 ** insideBits;
  const blocks = 2 ** (qubits - blockBits);
  const [first, second, third] = record.states;
  const addresses = { state: first, other: back ? second : 0, spare: (back ? third : second) ?? 0 };
  /** Bytes in which the block's numbers can be folded, behind the sums. */
  const room = 16 * 2 ** (blockBits - insideBits);
  let current = addresses.state;

  const call = (name: LargeCallName, sums = 2, items = blocks): Float64Array => {
    const mark = arena.top;
    const shards = Math.min(items, MOST_SHARDS);
    const folds = name === 'zSums' || name === 'phaseSlopes';
    const resultBytes = 32 + 16 * Math.ceil(sums / 2) + (folds ? room + 16 * sums : 0);
    const results = arena.take(shards * resultBytes);
    const frames = new Array<number>(crew.threadsFor(2 ** qubits)).fill(0);
    crew.run({ call: name, program: record.address, frames, chunks: items, shards, results, resultBytes });
    const totals = new Float64Array(sums);
    for (let shard = 0; shard < shards; shard++)
      for (let k = 0; k < sums; k++) totals[k] += arena.doubles[(results + shard * resultBytes) / 8 + k];
    arena.release(mark);
    return totals;
  };

  /** Writes up to three qubits a block, counted from `lowest`, with their tangents or with cosines and sines. */
  const setTurns = (turns: readonly HalfTurn[], lowest: number, plain: boolean) => {
    const groups = plain ? turns.map((turn) => [turn]) : inThrees(turns);
    const numbers = plain ? turns.flatMap(({ c, s }) => [c, s]) : turns.map(({ t }) => t);
    let first = 0;
    const records = groups.map((group) => {
      const [a, b = 0, c = 0] = group.map(({ qubit }) => qubit - lowest);
      first += group.length;
      return { lanes: 0, count: group.length, a, b, c, first: first - group.length, second: 0 };
    });
    const flips = new Int32Array(turns.length + 1);
    for (const [k, group] of groups.entries())
      flips[records[k].first] = group.reduce((mask, { flipped }, j) => mask | (flipped && !plain ? 1 << j : 0), 0);
    record.set({
      plain: plain ? 1 : 0,
      blocks: place(arena, 'Block', records),
      blockCount: records.length,
      // Three tangents are always loaded.
      tangents: placeNumbers(arena, [...numbers, 0, 0, 0]),
      flips: placeIntegers(arena, flips),
    });
  };

  const turnHigh = (turns: readonly HalfTurn[], plain: boolean) => {
    const high = qubits - blockBits;
    const tiles = Math.ceil(high / TILE_BITS);
    for (let k = 0; k < tiles; k++) {
      const first = blockBits + Math.floor((high * k) / tiles);
      const tileBits = blockBits + Math.floor((high * (k + 1)) / tiles) - first;
      const inTile = turns.filter(({ qubit }) => qubit >= first && qubit < first + tileBits);
      if (inTile.length === 0) continue;
      setTurns(inTile, first, plain);
      record.set({ first, tileBits });
      const bytes = 2 * arena.width * 2 ** (qubits - tileBits);
      call('highSweep', 2, bytes / record.columns);
    }
  };

  const turnLow = ({ form, phases }: Layer, turns: readonly HalfTurn[]) => {
    const inside = turns.filter(({ qubit }) => qubit < insideBits);
    const pairs = Array.from({ length: insideBits }, (_, qubit) => inside.find((turn) => turn.qubit === qubit));
    const rows = turns.filter(({ qubit }) => qubit >= insideBits && qubit < blockBits);
    const bare = phases.length === 0 && form !== 'tangent';
    if (bare && turns.every(({ qubit }) => qubit >= blockBits)) return;
    setTurns(rows, insideBits, form === 'plain');
    const fixed = fixedTables(phases, blockBits);
    const words = fixed.rest.map(({ mask, coefficient, turn }) => ({
      mask,
      angle: coefficient * angleOf(turn, angles),
    }));
    // The sign of a flipped rotation above a block, −Z, is exp(−iπ/2)·exp(−iZπ/2).
    const flipped = form === 'tangent' ? turns.filter((turn) => turn.flipped && turn.qubit >= insideBits) : [];
    const signed = flipped.filter(({ qubit }) => qubit < blockBits).reduce((mask, { qubit }) => mask | (1 << qubit), 0);
    const above = flipped
      .filter(({ qubit }) => qubit >= blockBits)
      .flatMap(({ qubit }) => [1 << qubit, 0].map((mask) => ({ mask, angle: Math.PI / 2 })));
    const low = words.filter(({ mask }) => mask !== 0 && mask >>> blockBits === 0);
    const high = [...words.filter((word) => !low.includes(word)), ...above];
    if (bare) record.set({ table: 0, angleCount: 0 });
    else
      setPhases(
        fixed,
        low,
        signed,
        high,
        form === 'tangent' ? leftOut(turns.filter(({ qubit }) => qubit >= insideBits)) : 1,
      );
    record.set({
      inside: placeNumbers(
        arena,
        pairs.flatMap((turn) => [turn?.c ?? 1, turn?.s ?? 0]),
      ),
      turnsInside: inside.length > 0 ? 1 : 0,
    });
    call('lowSweep');
  };

  const setPhases = (
    { variants, tables }: FixedTables,
    low: readonly LowWord[],
    signed: number,
    high: readonly LowWord[],
    scale: number,
  ) => {
    const block = 2 ** blockBits - 1;
    const masks = [...new Set(high.map(({ mask }) => mask))];
    const sums = masks.map((mask) => high.reduce((sum, word) => (word.mask === mask ? sum + word.angle : sum), 0));
    const turning = blockTable(blockBits, low, signed);
    const table = arena.take(tables.length * 2 * arena.width * 2 ** blockBits);
    for (const [k, fixed] of tables.entries())
      writeProduct(arena.numbers, table / arena.width + k * 2 * 2 ** blockBits, vector, turning, fixed);
    record.set({
      table,
      variants: placeIntegers(arena, variants),
      variantBits: variants.length,
      angles: placeDoubles(crew, sums),
      masks: placeIntegers(
        arena,
        masks.flatMap((mask) => [mask & block, mask >>> blockBits]),
      ),
      angleCount: masks.length,
      scale: placeNumbers(arena, [scale]),
    });
  };

  const move = (moves: AffineMap, back: boolean) => {
    const { spare } = addresses;
    if (spare !== 0) {
      const { low, high } = sourcesOf(record, moves, back);
      record.set({ other: spare, sourceLow: placeIntegers(arena, low), sourceHigh: placeIntegers(arena, high) });
      call('gatherSweep');
      addresses.spare = current;
      current = spare;
      return;
    }
    const exchanges = exchangesOf(moves);
    for (const { target, controls } of back ? exchanges.toReversed() : exchanges) {
      record.set({ x: 1 << target, controls });
      call('exchangeSweep');
    }
  };

  const turnWord = ({ word, controls, turn }: WordPass) => {
    const half = angleOf(turn, angles) / 2;
    record.set({ ...word, controls, cosine: placeNumbers(arena, [Math.cos(half), Math.sin(half)]) });
    call('wordSweep');
  };

  const multiply = ({ targets, controls, matrix }: MatrixPass, back: boolean) => {
    const offsets = offsetsOf(targets);
    const dimension = offsets.length;
    record.set({
      dimension,
      controls,
      targets: offsets[dimension - 1],
      offsets: placeIntegers(arena, offsets),
      matrix: placeDoubles(crew, back ? dagger(matrix) : matrix),
      scratch: arena.take(16 * dimension),
    });
    call('matrixSweep', 2, 1);
  };

  /** A quantum jump, as the matrix that it comes to. */
  const decide = ({ qubit, rate, turn }: DampingPass) => {
    setWords(arena, record, [0, 1 << qubit]);
    const [norm, z] = call('zSums', 2);
    const odds = { zero: (norm + z) / 2, one: (norm - z) / 2 };
    const { fromOne, keptZero, keptOne } = jumpFactors({ qubit, rate }, angleOf(turn, angles), odds);
    const matrix = Float64Array.of(keptZero, 0, fromOne, 0, 0, 0, keptOne, 0);
    multiply({ kind: 'matrix', targets: [qubit], controls: 0, matrix }, false);
  };

  const carryLayer = (layer: Layer, back: boolean) => {
    const turns = layer.turns.map((turn: QubitTurn) => halfTurn(turn, angles));
    const plain = layer.form === 'plain';
    const high = turns.filter(({ qubit }) => qubit >= blockBits);
    if (!back) turnHigh(high, plain);
    else if (layer.moves) move(layer.moves, true);
    record.set({ state: current });
    turnLow(layer, turns);
    if (back) turnHigh(high, plain);
    else if (layer.moves) move(layer.moves, false);
  };

  record.set({ state: addresses.state, other: addresses.other });
  return {
    call,
    carry: (step, which, back) => {
      const mark = arena.top;
      current = addresses[which];
      record.set({ state: current, back: back ? 1 : 0 });
      if (step.kind === 'layer') carryLayer(step, back);
      else if (step.kind === 'word') turnWord(step);
      else if (step.kind === 'damping') decide(step);
      else multiply(step, back);
      addresses[which] = current;
      record.set({ state: addresses.state, other: addresses.other });
      arena.release(mark);
    },
  };
}

function inThrees(turns: readonly HalfTurn[]): readonly (readonly HalfTurn[])[] {
  return Array.from({ length: Math.ceil(turns.length / 3) }, (_, k) => turns.slice(3 * k, 3 * k + 3));
}

function placeDoubles({ arena }: Crew, values: ArrayLike<number>): number {
  const address = arena.take(8 * values.length);
  arena.doubles.set(values, address / 8);
  return address;
}

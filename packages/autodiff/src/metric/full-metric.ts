import { eigenvaluesOf, type Program, type RotationInstruction, type Simulator } from '@hqnn/sim';
import { type ShiftRule, shiftRule } from '../shift-rule.ts';
import type { AngleMetric } from './angle-metric.ts';
import { type Freed, freed } from './freed.ts';

/**
 * Re(⟨∂ᵢψ|∂ⱼψ⟩ − ⟨∂ᵢψ|ψ⟩⟨ψ|∂ⱼψ⟩) for any two rotations, from amplitudes: Stokes, Izaac, Killoran, Carleo, Quantum 4,
 * 269 (2020), equation 5. ∂ψ is a sum of shifted states, as amplitudes are trigonometric too: one for each angle, two or
 * four for one under a control, as long as they all find room side by side; of larger ones some are made anew.
 */
export const fullMetric: AngleMetric = {
  executions: (program) =>
    tilesOf(freed(program)).reduce((count, { shifts }, before) => count + (before + 1) * shifts.length, 1),
  each: (simulator, program, features, weights, visit) => {
    const free = freed(program);
    const { driven } = free;
    if (driven.length === 0) return;
    const tiles = tilesOf(free);
    const angles = free.angles(features, weights);
    for (let row = 0; row * driven.length < angles.length; row++) {
      const at = new Float64Array(free.program.features);
      for (let k = 0; k < program.features; k++) at[k] = features[row * program.features + k];
      at.set(angles.subarray(row * driven.length, (row + 1) * driven.length), program.features);
      eachPair(simulator, free.program, at, tiles, (one, other, value) => visit(row, one, other, value));
    }
  },
};

/** Rotations whose derivatives are held at one time, numbered among the driven ones, and the shifts that give them. */
interface Tile {
  readonly first: number;
  readonly count: number;
  /** By how much which feature, the angle of which rotation, is moved, and what the state there counts for in its ∂ψ. */
  readonly shifts: readonly {
    readonly rotation: number;
    readonly feature: number;
    readonly shift: number;
    readonly coefficient: number;
  }[];
}

/** So many numbers, of eight bytes, the shifted states of one tile may have. */
const ROOM = 2 ** 24;

function tilesOf({ program, driven }: Freed): readonly Tile[] {
  const rules = driven.map(({ rotation }) => stateRule(rotation));
  const longest = rules.reduce((most, rule) => Math.max(most, rule.length), 1);
  const count = Math.max(1, Math.floor(ROOM / (2 * 2 ** program.qubits * longest)));
  const encoded = program.features - driven.length;
  return Array.from({ length: Math.ceil(driven.length / count) }, (_, tile) => {
    const first = tile * count;
    const held = rules.slice(first, first + count);
    return {
      first,
      count: held.length,
      shifts: held.flatMap((rule, k) =>
        rule.map((term) => ({ ...term, rotation: first + k, feature: encoded + first + k })),
      ),
    };
  });
}

/** ∂ψ from shifted states. exp(−iαP/2) turns by α + π as −iP does, which is all that a rotation without a control takes. */
const stateRule = (rotation: RotationInstruction): ShiftRule =>
  rotation.controls === 0
    ? [{ coefficient: 1 / 2, shift: Math.PI }]
    : shiftRule(
        eigenvaluesOf(rotation)
          .map(Math.abs)
          .filter((frequency) => frequency > 0),
      );

function eachPair(
  simulator: Simulator,
  program: Program,
  at: Float64Array,
  tiles: readonly Tile[],
  visit: (one: number, other: number, value: number) => void,
): void {
  const state = simulator.state(program, at, []);
  const derivatives = (tile: Tile) => derivativesOf(simulator, program, at, tile, state);
  tiles.forEach((tile, t) => {
    const held = derivatives(tile);
    tiles.slice(t).forEach((other, further) => {
      const beside = further === 0 ? held : derivatives(other);
      held.forEach((one, j) => {
        for (let k = further === 0 ? j : 0; k < beside.length; k++)
          visit(tile.first + j, other.first + k, dot(one, beside[k]));
      });
    });
  });
}

/** (1 − |ψ⟩⟨ψ|)|∂ψ⟩, whose scalar products are the metric. */
function derivativesOf(
  simulator: Simulator,
  program: Program,
  at: Float64Array,
  { first, count, shifts }: Tile,
  state: Float64Array,
): readonly Float64Array[] {
  const rows = new Float64Array(shifts.length * at.length);
  shifts.forEach(({ feature, shift }, row) => {
    rows.set(at, row * at.length);
    rows[row * at.length + feature] += shift;
  });
  const states = simulator.state(program, rows, []);
  const derivatives = Array.from({ length: count }, () => new Float64Array(state.length));
  shifts.forEach(({ rotation, coefficient }, row) => {
    const derivative = derivatives[rotation - first];
    for (let k = 0; k < state.length; k++) derivative[k] += coefficient * states[row * state.length + k];
  });
  for (const derivative of derivatives) removeAlong(derivative, state);
  return derivatives;
}

/** Takes ⟨ψ|φ⟩ψ off φ, in place. */
function removeAlong(phi: Float64Array, state: Float64Array): void {
  let [re, im] = [0, 0];
  for (let k = 0; k < phi.length; k += 2) {
    re += state[k] * phi[k] + state[k + 1] * phi[k + 1];
    im += state[k] * phi[k + 1] - state[k + 1] * phi[k];
  }
  for (let k = 0; k < phi.length; k += 2) {
    phi[k] -= re * state[k] - im * state[k + 1];
    phi[k + 1] -= re * state[k + 1] + im * state[k];
  }
}

/** Re⟨a|b⟩ */
function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k] * b[k];
  return total;
}

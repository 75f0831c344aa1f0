import {
  angleOf,
  angleRows,
  byAngles,
  eigenvaluesOf,
  type Program,
  type RotationInstruction,
  rowsIn,
  type Simulator,
} from '@hqnn/sim';
import { dot } from '../dot.ts';
import { type ShiftRule, shiftRule } from '../shift-rule.ts';
import type { AngleMetric } from './angle-metric.ts';
import { drivenBy } from './driven.ts';

/**
 * Re(⟨∂ᵢψ|∂ⱼψ⟩ − ⟨∂ᵢψ|ψ⟩⟨ψ|∂ⱼψ⟩) for any two rotations, from amplitudes: Stokes, Izaac, Killoran, Carleo, Quantum 4,
 * 269 (2020), equation 5. ∂ψ is a sum of shifted states, as amplitudes are trigonometric too: one for each angle, two or
 * four for one under a control, as long as they all find room side by side; of larger ones some are made anew.
 */
export const fullMetric: AngleMetric = {
  executions: (_simulator, program) =>
    tilesOf(program).reduce((count, { shifts }, before) => count + (before + 1) * shifts.length, 1),
  each: (simulator, program, features, weights, visit) => {
    const tiles = tilesOf(program);
    if (tiles.length === 0) return;
    const free = unphased(program);
    for (let row = 0; row < rowsIn(program, features); row++) {
      const own = Float64Array.from({ length: program.features }, (_, k) => features[row * program.features + k]);
      const at = angleRows(program, [{ features: own, weights: Float64Array.from(weights) }]);
      eachPair(simulator, free, at, tiles, (one, other, value) => visit(row, one, other, value));
    }
  },
};

const known = new WeakMap<Program, Program>();

/**
 * The program of its angles without the phases that rotations give to the whole state, which nothing tells; under a
 * control a phase is one between two parts of it.
 */
function unphased(program: Program): Program {
  const angled = byAngles(program);
  const free = known.get(program) ?? {
    ...angled,
    instructions: angled.instructions.map((instruction) =>
      instruction.kind === 'rotation' && instruction.controls === 0 ? { ...instruction, phase: 0 } : instruction,
    ),
  };
  known.set(program, free);
  return free;
}

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

function tilesOf(program: Program): readonly Tile[] {
  const rules = drivenBy(program).map(({ rotation }) =>
    stateRule(rotation).map((term) => ({ ...term, feature: angleOf(program, rotation.slot) })),
  );
  const longest = rules.reduce((most, rule) => Math.max(most, rule.length), 1);
  const count = Math.max(1, Math.floor(ROOM / (2 * 2 ** program.qubits * longest)));
  return Array.from({ length: Math.ceil(rules.length / count) }, (_, tile) => {
    const first = tile * count;
    const held = rules.slice(first, first + count);
    return {
      first,
      count: held.length,
      shifts: held.flatMap((rule, k) => rule.map((term) => ({ ...term, rotation: first + k }))),
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

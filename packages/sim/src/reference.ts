import { angleAt } from './angle.ts';
import { pullBackSlots } from './chain-rule.ts';
import { checkCotangents, checkRun, rowsIn, takenBack } from './check.ts';
import { checkAmplitudes, initialState, pullBackInitial } from './initial.ts';
import type { Instruction, Program } from './program.ts';
import { numbers } from './room.ts';
import { checkShots, sampled } from './sample.ts';
import { shifted } from './shifted.ts';
import { EVERYTHING, type Simulator, type Wanted } from './simulator.ts';
import { addWord, apply, expectationOf, generated, type State, unapply } from './state.ts';

/** Double precision, sample by sample, gate by gate: the oracle of all other simulators. */
export function reference(): Simulator {
  return {
    name: 'reference',
    precision: 'double',
    run,
    runShifted,
    pullBack,
    state,
    probabilities,
    sample,
    dispose: () => {},
  };
}

/** One state of so many takes 4 GiB. */
const MOST_SIMULATED = 28;

const run: Simulator['run'] = (program, features, weights) => {
  const { observables } = program;
  const values = numbers(checkedRows(program, features, weights) * observables.length);
  eachRow(program, features, weights, (row, state) => {
    observables.forEach((observable, k) => {
      values[row * observables.length + k] = expectationOf(state, observable);
    });
  });
  return values;
};

const runShifted: Simulator['runShifted'] = (program, features, weights, shifts) => {
  const size = checkedRows(program, features, weights) * program.observables.length;
  // All of them before the first is run: a shift that cannot be is refused at once.
  const moved = shifts.map((shift) => shifted(program, shift));
  const values = numbers(shifts.length * size);
  for (const [k, each] of moved.entries()) values.set(run(each, features, weights), k * size);
  return values;
};

const state: Simulator['state'] = (program, features, weights) => {
  const size = 2 * 2 ** program.qubits;
  const states = numbers(checkedRows(program, features, weights) * size);
  eachRow(program, features, weights, (row, state) => states.set(state, row * size));
  return states;
};

const probabilities: Simulator['probabilities'] = (program, features, weights) => {
  const amplitudes = state(program, features, weights);
  return Float64Array.from(
    { length: amplitudes.length / 2 },
    (_, k) => amplitudes[2 * k] ** 2 + amplitudes[2 * k + 1] ** 2,
  );
};

const sample: Simulator['sample'] = (program, features, weights, shots) => {
  checkShots(rowsIn(program, features), shots);
  return sampled(probabilities(program, features, weights), rowsIn(program, features), shots);
};

/**
 * The adjoint sweep of Jones and Gacon, arXiv:2009.02823: take the gates back one by one from |ψ⟩ and from
 * |λ⟩ = Σ cotangent·O|ψ⟩, and read ∂/∂α = 2 Im⟨λ|G|ψ⟩ at each rotation on the way.
 */
const pullBack: Simulator['pullBack'] = (program, features, weights, cotangents, wanted = EVERYTHING) => {
  const { slots, observables } = program;
  const rows = checkedRows(program, features, weights, wanted);
  checkCotangents(program, rows, cotangents);
  const instructions = takenBack(program);
  const slopes = new Float64Array(rows * slots.length);
  const startSlopes = new Float64Array(features.length);
  eachRow(program, features, weights, (row, ket, angles) => {
    const bra = new Float64Array(ket.length);
    observables.forEach(({ terms }, k) => {
      for (const { coefficient, word } of terms)
        addWord(bra, ket, word, coefficient * cotangents[row * observables.length + k]);
    });
    for (const instruction of instructions.toReversed()) {
      if (instruction.kind === 'rotation')
        slopes[row * slots.length + instruction.slot] = 2 * imaginaryOverlap(bra, generated(ket, instruction));
      unapply(ket, instruction, angleOf(instruction, angles));
      unapply(bra, instruction, angleOf(instruction, angles));
    }
    if (wanted.features) pullBackInitial(program, features, row, bra, startSlopes);
  });
  const gradients = pullBackSlots(program, features, weights, slopes, wanted);
  return { ...gradients, features: gradients.features.map((slope, k) => slope + startSlopes[k]) };
};

function checkedRows(
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  wanted?: Wanted,
): number {
  checkRun(program, features, weights);
  checkAmplitudes(program, features, wanted);
  if (program.qubits > MOST_SIMULATED)
    throw new Error(
      `The program has ${program.qubits} qubits. The reference simulator holds at most ${MOST_SIMULATED}.`,
    );
  return rowsIn(program, features);
}

/** Calls `visit` with the final state of each row, and the angles of its slots. The state is the visitor's to change. */
function eachRow(
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  visit: (row: number, state: State, angles: readonly number[]) => void,
): void {
  for (let row = 0; row < rowsIn(program, features); row++) {
    const angles = program.slots.map((angle) => angleAt(angle, features, row * program.features, weights));
    const state = initialState(program, features, row);
    for (const instruction of program.instructions) apply(state, instruction, angleOf(instruction, angles));
    visit(row, state, angles);
  }
}

const angleOf = (instruction: Instruction, angles: readonly number[]) =>
  instruction.kind === 'matrix' ? 0 : angles[instruction.slot];

/** Im⟨bra|ket⟩ */
function imaginaryOverlap(bra: State, ket: State): number {
  let total = 0;
  for (let k = 0; k < bra.length; k += 2) total += bra[k] * ket[k + 1] - bra[k + 1] * ket[k];
  return total;
}

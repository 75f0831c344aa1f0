import { jump } from './jump.ts';
import { spread } from './mask.ts';
import { type PauliWord, parity, popcount } from './pauli.ts';
import type {
  Instruction,
  Matrix,
  MatrixInstruction,
  Observable,
  RotationInstruction,
  UnitaryInstruction,
} from './program.ts';

/** 2ⁿ amplitudes as two numbers each: real, imaginary. Qubit q is bit q of the index. */
export type State = Float64Array;

/** |0…0⟩ */
export function zeroState(qubits: number): State {
  const state = new Float64Array(2 * 2 ** qubits);
  state[0] = 1;
  return state;
}

/** Runs one instruction in place. `angle` is not read by matrices. */
export function apply(state: State, instruction: Instruction, angle: number): void {
  if (instruction.kind === 'rotation') applyRotation(state, instruction, angle);
  else if (instruction.kind === 'damping') jump(state, instruction, angle);
  else if (instruction.targets.length === 1) applySingle(state, instruction);
  else applyMatrix(state, instruction);
}

/** Takes one instruction back, in place. */
export function unapply(state: State, instruction: UnitaryInstruction, angle: number): void {
  if (instruction.kind === 'rotation') applyRotation(state, instruction, -angle);
  else apply(state, { ...instruction, matrix: dagger(instruction.matrix) }, 0);
}

/** A matrix on one qubit, pair by pair of the amplitudes k and j that it mixes. */
function applySingle(state: State, { targets, controls, matrix }: MatrixInstruction): void {
  const bit = 1 << targets[0];
  const [ar, ai, br, bi, cr, ci, dr, di] = matrix;
  for (let k = 0; k < state.length / 2; k++) {
    if ((k & bit) !== 0 || (k & controls) !== controls) continue;
    const j = k | bit;
    const kr = state[2 * k];
    const ki = state[2 * k + 1];
    const jr = state[2 * j];
    const ji = state[2 * j + 1];
    state[2 * k] = ar * kr - ai * ki + br * jr - bi * ji;
    state[2 * k + 1] = ar * ki + ai * kr + br * ji + bi * jr;
    state[2 * j] = cr * kr - ci * ki + dr * jr - di * ji;
    state[2 * j + 1] = cr * ki + ci * kr + dr * ji + di * jr;
  }
}

/** A matrix on any qubits: gathers the amplitudes that it mixes, and multiplies. */
function applyMatrix(state: State, { targets, controls, matrix }: MatrixInstruction): void {
  const size = 1 << targets.length;
  const offsets = Int32Array.from({ length: size }, (_, k) => spread(k, targets));
  const all = offsets[size - 1];
  const input = new Float64Array(2 * size);
  for (let base = 0; base < state.length / 2; base++) {
    if ((base & all) !== 0 || (base & controls) !== controls) continue;
    for (let k = 0; k < size; k++) {
      input[2 * k] = state[2 * (base | offsets[k])];
      input[2 * k + 1] = state[2 * (base | offsets[k]) + 1];
    }
    for (let row = 0; row < size; row++) {
      let re = 0;
      let im = 0;
      for (let column = 0; column < size; column++) {
        const m = 2 * (row * size + column);
        re += matrix[m] * input[2 * column] - matrix[m + 1] * input[2 * column + 1];
        im += matrix[m] * input[2 * column + 1] + matrix[m + 1] * input[2 * column];
      }
      state[2 * (base | offsets[row])] = re;
      state[2 * (base | offsets[row]) + 1] = im;
    }
  }
}

/** e^{−iα·phase}(cos(α/2) − i sin(α/2) P), pair by pair of the amplitudes k and j that P exchanges. */
function applyRotation(state: State, { word, phase, controls }: RotationInstruction, angle: number): void {
  const { x, z } = word;
  const c = Math.cos(angle / 2);
  const s = Math.sin(angle / 2);
  const pr = phase === 0 ? 1 : Math.cos(angle * phase);
  const pi = phase === 0 ? 0 : -Math.sin(angle * phase);
  const cr = c * pr;
  const ci = c * pi;
  // −i·iʸ sin(α/2)·e^{−iα·phase}: what stands before the other amplitude, but for its sign.
  const [wr, wi] = turned(popcount(x & z) + 3, s);
  const fr = wr * pr - wi * pi;
  const fi = wr * pi + wi * pr;
  for (let k = 0; k < state.length / 2; k++) {
    const j = k ^ x;
    if (j < k || (k & controls) !== controls) continue;
    const kr = state[2 * k];
    const ki = state[2 * k + 1];
    const jr = state[2 * j];
    const ji = state[2 * j + 1];
    const kSign = 1 - 2 * parity(k & z);
    const jSign = 1 - 2 * parity(j & z);
    state[2 * j] = cr * jr - ci * ji + kSign * (fr * kr - fi * ki);
    state[2 * j + 1] = cr * ji + ci * jr + kSign * (fr * ki + fi * kr);
    if (j === k) continue;
    state[2 * k] = cr * kr - ci * ki + jSign * (fr * jr - fi * ji);
    state[2 * k + 1] = cr * ki + ci * kr + jSign * (fr * ji + fi * jr);
  }
}

/** iᵗ·value */
function turned(turns: number, value: number): readonly [re: number, im: number] {
  return turns & 1 ? [0, turns & 2 ? -value : value] : [turns & 2 ? -value : value, 0];
}

/** Adds c·P|ψ⟩ to `total`. */
export function addWord(total: State, state: State, { x, z }: PauliWord, c: number): void {
  const [fr, fi] = turned(popcount(x & z), c);
  for (let k = 0; k < state.length / 2; k++) {
    const sign = 1 - 2 * parity(k & z);
    const j = k ^ x;
    total[2 * j] += sign * (fr * state[2 * k] - fi * state[2 * k + 1]);
    total[2 * j + 1] += sign * (fr * state[2 * k + 1] + fi * state[2 * k]);
  }
}

/** G|ψ⟩ for the generator G of a rotation: phase·I + ½P where the controls are on, 0 elsewhere. */
export function generated(state: State, { word, phase, controls }: RotationInstruction): State {
  const image = new Float64Array(state.length);
  addWord(image, state, word, 1 / 2);
  for (let k = 0; k < image.length; k++)
    image[k] = ((k >> 1) & controls) === controls ? image[k] + phase * state[k] : 0;
  return image;
}

/** ⟨ψ|O|ψ⟩ */
export function expectationOf(state: State, { terms }: Observable): number {
  let total = 0;
  for (const { coefficient, word } of terms) {
    const [fr, fi] = turned(popcount(word.x & word.z), coefficient);
    for (let k = 0; k < state.length / 2; k++) {
      const j = k ^ word.x;
      const re = state[2 * j] * state[2 * k] + state[2 * j + 1] * state[2 * k + 1];
      const im = state[2 * j] * state[2 * k + 1] - state[2 * j + 1] * state[2 * k];
      total += (1 - 2 * parity(k & word.z)) * (fr * re - fi * im);
    }
  }
  return total;
}

/** The conjugate transpose. */
export function dagger(matrix: Matrix): Matrix {
  const size = Math.sqrt(matrix.length / 2);
  return matrix.map((_, j) => {
    const [row, column] = [Math.floor((j >> 1) / size), (j >> 1) % size];
    return (j & 1 ? -1 : 1) * matrix[2 * (column * size + row) + (j & 1)];
  });
}

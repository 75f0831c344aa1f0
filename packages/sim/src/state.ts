import { type PauliWord, parity, popcount } from './pauli.ts';
import type { Instruction, Matrix, MatrixInstruction, Observable, RotationInstruction } from './program.ts';

/** 2ⁿ amplitudes as two numbers each: real, imaginary. Qubit q is bit q of the index. */
export type State = Float64Array;

/** |0…0⟩ */
export function zeroState(qubits: number): State {
  const state = new Float64Array(2 * 2 ** qubits);
  state[0] = 1;
  return state;
}

/** Runs one instruction in place. `angle` is read by rotations alone. */
export function apply(state: State, instruction: Instruction, angle: number): void {
  if (instruction.kind === 'matrix') applyMatrix(state, instruction);
  else applyRotation(state, instruction, angle);
}

/** Takes one instruction back, in place. */
export function unapply(state: State, instruction: Instruction, angle: number): void {
  if (instruction.kind === 'matrix') applyMatrix(state, { ...instruction, matrix: dagger(instruction.matrix) });
  else applyRotation(state, instruction, -angle);
}

function applyMatrix(state: State, { targets, controls, matrix }: MatrixInstruction): void {
  const size = 2 ** targets.length;
  const offsets = Array.from({ length: size }, (_, k) =>
    targets.reduce((offset, qubit, bit) => offset | (((k >> bit) & 1) << qubit), 0),
  );
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

/** e^{−iα·phase}(cos(α/2) − i sin(α/2) P), pair by pair of the amplitudes that P exchanges. */
function applyRotation(state: State, { word, phase, controls }: RotationInstruction, angle: number): void {
  const { x, z } = word;
  const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)];
  const [pr, pi] = [Math.cos(angle * phase), -Math.sin(angle * phase)];
  // −i·iʸ, the factor in front of sin(α/2) before the sign of each amplitude.
  const turns = popcount(x & z) & 3;
  const [fr, fi] = [[0, s, 0, -s][turns], [-s, 0, s, 0][turns]];
  for (let k = 0; k < state.length / 2; k++) {
    const j = k ^ x;
    if (k > j || (k & controls) !== controls) continue;
    const [kr, ki, jr, ji] = [state[2 * k], state[2 * k + 1], state[2 * j], state[2 * j + 1]];
    const [sk, sj] = [1 - 2 * parity(k & z), 1 - 2 * parity(j & z)];
    write(state, k, c * kr + sj * (fr * jr - fi * ji), c * ki + sj * (fr * ji + fi * jr), pr, pi);
    if (j !== k) write(state, j, c * jr + sk * (fr * kr - fi * ki), c * ji + sk * (fr * ki + fi * kr), pr, pi);
  }
}

/** state[k] = (pr + i·pi)(re + i·im) */
function write(state: State, k: number, re: number, im: number, pr: number, pi: number): void {
  state[2 * k] = pr * re - pi * im;
  state[2 * k + 1] = pr * im + pi * re;
}

/** Adds c·P|ψ⟩ to `total`. */
export function addWord(total: State, state: State, { x, z }: PauliWord, c: number): void {
  const turns = popcount(x & z) & 3;
  const [fr, fi] = [[c, 0, -c, 0][turns], [0, c, 0, -c][turns]];
  for (let k = 0; k < state.length / 2; k++) {
    const sign = 1 - 2 * parity(k & z);
    const [re, im] = [sign * state[2 * k], sign * state[2 * k + 1]];
    const j = k ^ x;
    total[2 * j] += fr * re - fi * im;
    total[2 * j + 1] += fr * im + fi * re;
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
  const image = new Float64Array(state.length);
  for (const { coefficient, word } of terms) addWord(image, state, word, coefficient);
  let total = 0;
  for (let k = 0; k < state.length; k++) total += state[k] * image[k];
  return total;
}

function dagger(matrix: Matrix): Matrix {
  const size = Math.sqrt(matrix.length / 2);
  return matrix.map((_, j) => {
    const [row, column] = [Math.floor((j >> 1) / size), (j >> 1) % size];
    return (j & 1 ? -1 : 1) * matrix[2 * (column * size + row) + (j & 1)];
  });
}

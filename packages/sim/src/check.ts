import { MOST_QUBITS, type PauliWord, supportOf } from './pauli.ts';
import {
  actedOn,
  controlsOf,
  type DampingInstruction,
  type Instruction,
  type Matrix,
  type MatrixInstruction,
  type Observable,
  type Program,
  type RotationInstruction,
  type UnitaryInstruction,
} from './program.ts';
import type { Shift } from './simulator.ts';

/** How many samples the features hold: one for a program without features. */
export function rowsIn(program: Program, features: ArrayLike<number>): number {
  return program.features === 0 ? 1 : features.length / program.features;
}

/** Throws, in words, unless the program is sound and the features and weights are what it takes. */
export function checkRun(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>): void {
  if (!sound.has(program)) checkProgram(program);
  if (weights.length !== program.weights)
    throw new Error(`The program takes ${program.weights} weights, but was given ${weights.length}.`);
  if (program.features === 0 && features.length > 0)
    throw new Error(`The program takes no features, but was given ${features.length} numbers.`);
  if (program.features > 0 && features.length % program.features !== 0)
    throw new Error(
      `The program takes rows of ${program.features} features, but was given ${features.length} numbers in all.`,
    );
  const weight = firstUnsound(weights);
  if (weight >= 0) throw new Error(`Weight ${weight} is ${weights[weight]}. Weights are finite numbers.`);
  const place = firstUnsound(features);
  if (place < 0) return;
  const [row, feature] = [Math.floor(place / program.features), place % program.features];
  throw new Error(`Feature ${feature} of row ${row} is ${features[place]}. Features are finite numbers.`);
}

/** Throws unless there is one cotangent for each row and observable. */
export function checkCotangents(program: Program, rows: number, cotangents: ArrayLike<number>): void {
  const expected = rows * program.observables.length;
  if (cotangents.length !== expected)
    throw new Error(
      `${rows} rows of ${program.observables.length} observables take ${expected} cotangents, but ${cotangents.length} were given.`,
    );
  const place = firstUnsound(cotangents);
  if (place >= 0) throw new Error(`Cotangent ${place} is ${cotangents[place]}. Cotangents are finite numbers.`);
}

/** Throws unless every shift moves the angle of a rotation, by a finite angle. */
export function checkShifts(program: Program, shifts: readonly Shift[]): void {
  const { slots } = program;
  const jumps = jumpsOf(program);
  for (const { slot, shift } of shifts) {
    if (slots[slot] === undefined)
      throw new Error(`A shift moves slot ${slot}, but the program has ${slots.length} slots.`);
    if (jumps.some((jump) => jump.slot === slot))
      throw new Error(
        `A shift moves slot ${slot}, which decides a quantum jump. Only angles of rotations are shifted.`,
      );
    if (!Number.isFinite(shift)) throw new Error(`Slot ${slot} is shifted by ${shift}. Shifts are finite angles.`);
  }
}

/** The instructions of a program that can be taken back; throws, naming what needs no way back, where one cannot. */
export function takenBack(program: Program): readonly UnitaryInstruction[] {
  const [jump] = jumpsOf(program);
  if (jump)
    throw new Error(
      `The adjoint sweep has no way back through a quantum jump, and the program has one on qubit ${jump.qubit}. Take parameterShift, which asks for expectation values alone.`,
    );
  return program.instructions as readonly UnitaryInstruction[];
}

/** Instructions are immutable, and shared by programs that differ in their angles: each list is looked through once. */
const knownJumps = new WeakMap<Program['instructions'], readonly DampingInstruction[]>();

function jumpsOf({ instructions }: Program): readonly DampingInstruction[] {
  const found = knownJumps.get(instructions) ?? instructions.filter((instruction) => instruction.kind === 'damping');
  knownJumps.set(instructions, found);
  return found;
}

/** Programs are immutable, so each is looked at once. */
const sound = new WeakSet<Program>();

function checkProgram(program: Program): void {
  const { qubits, slots, instructions, observables, initial } = program;
  if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= MOST_QUBITS))
    throw new Error(`The program has ${qubits} qubits. A program has 1 to ${MOST_QUBITS}.`);
  for (const [name, count] of Object.entries({ features: program.features, weights: program.weights }))
    if (!(Number.isInteger(count) && count >= 0))
      throw new Error(`The program takes ${count} ${name}. It takes a whole number of them, 0 or more.`);
  const used = new Set<number>();
  for (const instruction of instructions) {
    checkQubits(qubits, instruction);
    if (instruction.kind !== 'matrix') {
      const { slot } = instruction;
      if (slots[slot] === undefined)
        throw new Error(`A ${instruction.kind} reads slot ${slot}, but the program has ${slots.length} slots.`);
      if (used.has(slot))
        throw new Error(`Slot ${slot} belongs to two rotations. Give each its own, with the same angle.`);
      used.add(slot);
    }
  }
  for (const [slot, angle] of slots.entries()) {
    const numbers = typeof angle === 'number' ? [angle] : [angle.scale, angle.offset];
    if (!numbers.every(Number.isFinite))
      throw new Error(`The angle of slot ${slot} has the numbers ${numbers}. They must be finite.`);
    if (typeof angle === 'number') continue;
    if (angle.feature !== undefined) checkIndex(angle.feature, program.features, 'feature');
    if (angle.weight !== undefined) checkIndex(angle.weight, program.weights, 'weight');
  }
  for (const { slot } of jumpsOf(program)) {
    const angle = slots[slot];
    if (typeof angle !== 'number' && angle.weight !== undefined)
      throw new Error(
        `Weight ${angle.weight} decides a quantum jump, by slot ${slot}: no gradient in it is defined. A jump is decided by a number or a feature.`,
      );
  }
  for (const observable of observables) checkObservable(qubits, observable);
  for (const feature of initial ?? []) checkIndex(feature, program.features, 'feature', 'The start');
  if (initial && initial.length > 2 ** qubits)
    throw new Error(`${initial.length} amplitudes do not fit ${qubits} qubits, which hold ${2 ** qubits}.`);
  sound.add(program);
}

function checkQubits(qubits: number, instruction: Instruction): void {
  if (instruction.kind === 'matrix') checkMatrix(qubits, instruction);
  else if (instruction.kind === 'rotation') checkRotation(instruction);
  else if (instruction.kind === 'damping') checkDamping(qubits, instruction);
  else
    throw new Error(
      `An instruction is of the kind ${(instruction as Instruction).kind}. There are matrix, rotation and damping.`,
    );
  const [acted, controls] = [actedOn(instruction), controlsOf(instruction)];
  checkBits(controls, 'What controls an instruction');
  if ((acted & controls) !== 0) throw new Error('An instruction acts on one of its own controls.');
  checkMask(qubits, acted | controls, 'An instruction');
}

function checkDamping(qubits: number, { qubit, rate }: DampingInstruction): void {
  if (!(Number.isInteger(qubit) && qubit >= 0 && qubit < qubits))
    throw new Error(`A damping acts on qubit ${qubit}, but the program has qubits 0 to ${qubits - 1}.`);
  if (!(rate >= 0 && rate <= 1))
    throw new Error(`A damping has the rate ${rate}. A rate is a probability, from 0 to 1.`);
}

function checkRotation({ word, phase }: RotationInstruction): void {
  checkWord(word);
  if (!Number.isFinite(phase)) throw new Error(`A rotation has the phase ${phase}. A phase is a finite number.`);
}

function checkWord({ x, z }: PauliWord): void {
  checkBits(x, 'The x of a word');
  checkBits(z, 'The z of a word');
}

function checkBits(mask: number, what: string): void {
  if (!(Number.isInteger(mask) && Math.abs(mask) < 2 ** 32))
    throw new Error(`${what} should be a mask of 32 bits, but is ${mask}.`);
}

function checkMatrix(qubits: number, { targets, matrix }: MatrixInstruction): void {
  const outside = targets.find((qubit) => !(Number.isInteger(qubit) && qubit >= 0 && qubit < qubits));
  if (outside !== undefined)
    throw new Error(`An instruction acts on qubit ${outside}, but the program has qubits 0 to ${qubits - 1}.`);
  if (new Set(targets).size !== targets.length)
    throw new Error(`An instruction has the targets (${targets}). They must all differ.`);
  const numbers = 2 * 4 ** targets.length;
  if (matrix.length !== numbers)
    throw new Error(`A matrix on ${targets.length} qubits has ${numbers} numbers, but this one has ${matrix.length}.`);
  if (firstUnsound(matrix) >= 0) throw new Error('A matrix has entries that are not finite.');
  const error = distanceFromUnitary(matrix, 2 ** targets.length);
  if (error > UNITARY)
    throw new Error(
      `A matrix on the qubits (${targets}) is not unitary: its columns have scalar products that are off by ${error.toPrecision(2)}. Only unitary matrices keep a state a state.`,
    );
}

/** How far scalar products of columns may be from 0 and 1: entries may have been given in single precision. */
const UNITARY = 1e-6;

function distanceFromUnitary(matrix: Matrix, size: number): number {
  let most = 0;
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      let [re, im] = [a === b ? -1 : 0, 0];
      for (let row = 0; row < size; row++) {
        const [p, q] = [2 * (row * size + a), 2 * (row * size + b)];
        re += matrix[p] * matrix[q] + matrix[p + 1] * matrix[q + 1];
        im += matrix[p] * matrix[q + 1] - matrix[p + 1] * matrix[q];
      }
      most = Math.max(most, Math.hypot(re, im));
    }
  return most;
}

function checkObservable(qubits: number, { terms }: Observable): void {
  for (const { word, coefficient } of terms) {
    checkWord(word);
    checkMask(qubits, supportOf(word), 'An observable');
    if (!Number.isFinite(coefficient))
      throw new Error(`An observable has the coefficient ${coefficient}. Coefficients are finite numbers.`);
  }
}

function checkMask(qubits: number, mask: number, who: string): void {
  if (mask >>> 0 >= 2 ** qubits)
    throw new Error(`${who} acts on qubit ${31 - Math.clz32(mask)}, but the program has qubits 0 to ${qubits - 1}.`);
}

function checkIndex(index: number, length: number, kind: string, who = 'An angle'): void {
  if (!(Number.isInteger(index) && index >= 0 && index < length))
    throw new Error(`${who} reads ${kind} ${index}, but the program takes ${length}.`);
}

/** The place of the first number that is not finite, −1 if all are. */
function firstUnsound(values: ArrayLike<number>): number {
  if (allFinite(values, 0, values.length)) return -1;
  for (let k = 0; k < values.length; k++) if (!Number.isFinite(values[k])) return k;
  return -1;
}

/** Whether so many values from a place on are finite: 0 times one is 0 then. Four sums, as one would wait for itself. */
export function allFinite(values: ArrayLike<number>, from: number, count: number): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  let k = from;
  for (const end = from + count - 3; k < end; k += 4) {
    a += 0 * values[k];
    b += 0 * values[k + 1];
    c += 0 * values[k + 2];
    d += 0 * values[k + 3];
  }
  for (const end = from + count; k < end; k++) a += 0 * values[k];
  return a + b + c + d === 0;
}

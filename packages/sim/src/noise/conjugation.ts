import { bitsOf, gathered, maskOf, spread } from '../mask.ts';
import { type PauliWord, parity } from '../pauli.ts';
import { actedOn, type MatrixInstruction } from '../program.ts';
import { addWord, apply, type State, unapply } from '../state.ts';

/** On more qubits nothing is said of a matrix: 4ᵐ numbers are looked at for each of 2m letters. */
const MOST_QUBITS_ASKED = 3;
/** How far from a Pauli word an image may be: entries may have been given in single precision. */
const TINY = 1e-6;

/**
 * P ↦ UPU† for the letters P on the qubits of a matrix U under its controls, as Pauli words but for a factor of modulus 1;
 * nothing for a letter that U makes more than one word of, as it does of none if it is a Clifford gate.
 */
export function conjugation(instruction: MatrixInstruction): (letter: PauliWord) => PauliWord | undefined {
  const qubits = bitsOf(actedOn(instruction) | instruction.controls);
  if (qubits.length > MOST_QUBITS_ASKED) return () => undefined;
  const own: MatrixInstruction = {
    ...instruction,
    targets: instruction.targets.map((qubit) => qubits.indexOf(qubit)),
    controls: gathered(instruction.controls, qubits),
  };
  return ({ x, z }) => {
    const image = imageOf(own, qubits.length, { x: gathered(x, qubits), z: gathered(z, qubits) });
    return image && { x: spread(image.x, qubits), z: spread(image.z, qubits) };
  };
}

/** The word that sends each |k⟩ where UPU† does. */
function imageOf(instruction: MatrixInstruction, qubits: number, letter: PauliWord): PauliWord | undefined {
  const columns = Array.from({ length: 2 ** qubits }, (_, k) => columnOf(instruction, qubits, letter, k));
  const x = columns.findIndex((_, k) => Math.hypot(columns[0][2 * k], columns[0][2 * k + 1]) > 1 / 2);
  if (x < 0) return undefined;
  const [re, im] = [columns[0][2 * x], columns[0][2 * x + 1]];
  /** Re of entry (k ⊕ x, k) over entry (x, 0): a sign, if it is a word. */
  const sign = (k: number) => columns[k][2 * (k ^ x)] * re + columns[k][2 * (k ^ x) + 1] * im;
  const z = maskOf([...Array(qubits).keys()].filter((bit) => sign(1 << bit) < 0));
  const isWord = columns.every((_, k) => Math.abs(sign(k) - (parity(k & z) ? -1 : 1)) < TINY);
  return isWord ? { x, z } : undefined;
}

function columnOf(instruction: MatrixInstruction, qubits: number, letter: PauliWord, k: number): State {
  const before = new Float64Array(2 * 2 ** qubits);
  before[2 * k] = 1;
  unapply(before, instruction, 0);
  const column = new Float64Array(before.length);
  addWord(column, before, letter, 1);
  apply(column, instruction, 0);
  return column;
}

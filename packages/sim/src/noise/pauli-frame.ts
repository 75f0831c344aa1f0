import { bitsOf } from '../mask.ts';
import { type Letter, letterOf, type PauliWord } from '../pauli.ts';
import { actedOn, controlsOf, type Instruction, type MatrixInstruction } from '../program.ts';
import { conjugation } from './conjugation.ts';

// Paulis that may or may not have happened are put off. A Clifford gate makes another word of them, and a rotation lets
// those pass that it commutes with; only what cannot pass is carried out, so that gates still share sweeps. This is the
// Pauli frame of Knill, Nature 434, 39 (2005), but for the words that are carried out. Factors of the whole state are left out.

/** Things that may happen, by their numbers: an odd number of them turns the letter on. */
type Causes = ReadonlySet<number>;

/** A letter to be carried out on a qubit where an odd number of the causes have happened. */
export interface Correction {
  readonly letter: 'Y' | 'Z';
  readonly qubit: number;
  readonly causes: Causes;
}

/** The word XˣZᶻ of all qubits that is put off, each bit of it with its causes. */
export interface PauliFrame {
  /** A cause that turns X, or Z, of a qubit on. */
  add(letter: 'X' | 'Z', qubit: number, cause: number): void;
  /** Takes the word past an instruction, and answers with what must be carried out in front of it. */
  pass(instruction: Instruction): readonly Correction[];
  /** All that is left. */
  rest(): readonly Correction[];
}

/** Nothing has been put off. */
export function pauliFrame(qubits: number): PauliFrame {
  const none: Causes = new Set();
  let x = new Array<Causes>(qubits).fill(none);
  let z = new Array<Causes>(qubits).fill(none);

  /** What is not a power of this letter on the qubit; X^x Z^z is Y^x Z^(x⊕z). */
  const allBut = (letter: Letter, qubit: number): readonly Correction[] => {
    const [ofX, ofZ] = [x[qubit], z[qubit]];
    const either = different(ofX, ofZ);
    if (letter === 'Z') [x[qubit], z[qubit]] = [none, either];
    else z[qubit] = letter === 'Y' ? ofX : none;
    if (letter === 'Z') return correction('Y', qubit, ofX);
    return correction('Z', qubit, letter === 'Y' ? either : ofZ);
  };

  const everything = (qubit: number): readonly Correction[] => {
    const all = [...correction('Y', qubit, x[qubit]), ...correction('Z', qubit, different(x[qubit], z[qubit]))];
    [x[qubit], z[qubit]] = [none, none];
    return all;
  };

  const passMatrix = (instruction: MatrixInstruction): readonly Correction[] => {
    const touched = bitsOf(actedOn(instruction) | controlsOf(instruction));
    const pending = touched.filter((qubit) => x[qubit].size + z[qubit].size > 0);
    if (pending.length === 0) return [];
    const image = conjugation(instruction);
    const images = pending.flatMap((qubit) => [
      { causes: x[qubit], word: image(wordOf('X', qubit)) },
      { causes: z[qubit], word: image(wordOf('Z', qubit)) },
    ]);
    if (images.some(({ causes, word }) => causes.size > 0 && !word))
      return pending.flatMap((qubit) => {
        const passing = LETTERS.find((letter) => isSame(image(wordOf(letter, qubit)), wordOf(letter, qubit)));
        return passing ? allBut(passing, qubit) : everything(qubit);
      });
    for (const qubit of pending) [x[qubit], z[qubit]] = [none, none];
    const along = (masks: 'x' | 'z', before: readonly Causes[]) =>
      before.map((causes, qubit) =>
        images.reduce(
          (sum, each) => (((each.word?.[masks] ?? 0) >>> qubit) & 1 ? different(sum, each.causes) : sum),
          causes,
        ),
      );
    [x, z] = [along('x', x), along('z', z)];
    return [];
  };

  return {
    add: (letter, qubit, cause) => {
      const bits = letter === 'X' ? x : z;
      bits[qubit] = different(bits[qubit], new Set([cause]));
    },
    pass: (instruction) => {
      switch (instruction.kind) {
        case 'matrix':
          return passMatrix(instruction);
        case 'rotation':
          return [
            ...bitsOf(actedOn(instruction)).flatMap((qubit) => allBut(letterOf(instruction.word, qubit), qubit)),
            ...bitsOf(instruction.controls).flatMap((qubit) => allBut('Z', qubit)),
          ];
        // Of |0⟩⟨1| and diag(1, √(1 − rate)) a Z changes the sign at most.
        case 'damping':
          return allBut('Z', instruction.qubit);
      }
    },
    rest: () => x.flatMap((_, qubit) => everything(qubit)),
  };
}

const LETTERS = ['Z', 'Y', 'X'] as const;

const wordOf = (letter: Letter, qubit: number): PauliWord => ({
  x: letter === 'Z' ? 0 : 1 << qubit,
  z: letter === 'X' ? 0 : 1 << qubit,
});

const isSame = (one: PauliWord | undefined, other: PauliWord) => one?.x === other.x && one.z === other.z;

const correction = (letter: 'Y' | 'Z', qubit: number, causes: Causes): readonly Correction[] =>
  causes.size === 0 ? [] : [{ letter, qubit, causes }];

/** What is in one of them alone. */
const different = (some: Causes, others: Causes): Causes =>
  new Set([...[...some].filter((each) => !others.has(each)), ...[...others].filter((each) => !some.has(each))]);

import type { Angle } from '../angle.ts';
import { bitsOf } from '../mask.ts';
import { actedOn, controlsOf, type Instruction, type Program } from '../program.ts';
import type { Channel } from './channel.ts';
import type { Noise } from './noise.ts';
import { type Correction, pauliFrame } from './pauli-frame.ts';
import { type ReadoutError, readObservables, readoutOf } from './readout-error.ts';

/** A program in which noise is decided by further features, so that a trajectory is a row of features. */
export interface NoisyProgram {
  /** Its first features and slots are those of the program without noise. */
  readonly program: Program;
  /** How many features a trajectory has besides; none where nothing is left to chance. */
  readonly drawn: number;
  /** Draws the features of one trajectory, to `place` and behind it. */
  draw(random: () => number, features: Float64Array, place: number): void;
  readonly readout: readonly ReadoutError[];
}

/**
 * What is left to chance in a place: a Pauli channel, with a cause for its X and one for its Z; a joint one, with causes for
 * the X and the Z of each qubit; a damping, with a feature.
 */
type Chance =
  | { readonly kind: 'pauli'; readonly x: number; readonly y: number; readonly z: number; readonly first: number }
  | { readonly kind: 'joint'; readonly p: number; readonly first: number; readonly count: number }
  | { readonly kind: 'damping'; readonly feature: number };

/** The program with noise behind its instructions. Paulis are rotations by π, put off as long as they can be. */
export function noisyProgram(program: Program, { single = [], multi = [], readout }: Noise): NoisyProgram {
  const frame = pauliFrame(program.qubits);
  const chances: Chance[] = [];
  const slots: Angle[] = [...program.slots];
  const instructions: Instruction[] = [];
  /** For each cause the features that it turns. */
  const turned: number[][] = [];
  let drawn = 0;

  const cause = (letter: 'X' | 'Z', qubit: number) => {
    frame.add(letter, qubit, turned.push([]) - 1);
  };

  const act = (channel: Channel, qubits: readonly number[]) => {
    const first = turned.length;
    if (channel.kind === 'damping') for (const qubit of qubits) damp(qubit, channel.rate);
    else if (channel.kind === 'joint') {
      if (channel.p > 0) chances.push({ kind: 'joint', p: channel.p, first, count: 2 * qubits.length });
      for (const qubit of channel.p > 0 ? qubits : []) for (const letter of LETTERS) cause(letter, qubit);
    } else if (channel.x + channel.y + channel.z > 0)
      for (const qubit of qubits) {
        chances.push({ ...channel, first: turned.length });
        for (const letter of LETTERS) cause(letter, qubit);
      }
  };

  const damp = (qubit: number, rate: number) => {
    if (rate === 0) return;
    const feature = drawn++;
    const slot = slots.push({ scale: 1, feature: program.features + feature, offset: 0 }) - 1;
    chances.push({ kind: 'damping', feature });
    append({ kind: 'damping', qubit, rate, slot });
  };

  const correct = ({ letter, qubit, causes }: Correction) => {
    const feature = drawn++;
    for (const each of causes) turned[each].push(feature);
    const slot = slots.push({ scale: Math.PI, feature: program.features + feature, offset: 0 }) - 1;
    const word = { x: letter === 'Y' ? 1 << qubit : 0, z: 1 << qubit };
    instructions.push({ kind: 'rotation', word, phase: 0, controls: 0, slot });
  };

  const append = (instruction: Instruction) => {
    frame.pass(instruction).forEach(correct);
    instructions.push(instruction);
  };

  for (const instruction of program.instructions) {
    append(instruction);
    const qubits = bitsOf(actedOn(instruction) | controlsOf(instruction));
    for (const channel of qubits.length > 1 ? multi : single) act(channel, qubits);
  }
  frame.rest().forEach(correct);
  const errors = readout ? readoutOf(program, readout) : [];
  return {
    program: {
      ...program,
      features: program.features + drawn,
      slots,
      instructions,
      observables: readout ? readObservables(program.observables, errors) : program.observables,
    },
    drawn,
    draw: drawing(chances, turned, drawn),
    readout: errors,
  };
}

const LETTERS = ['X', 'Z'] as const;

function drawing(
  chances: readonly Chance[],
  turned: readonly (readonly number[])[],
  drawn: number,
): NoisyProgram['draw'] {
  return (random, features, place) => {
    features.fill(0, place, place + drawn);
    const turn = (cause: number) => {
      for (const feature of turned[cause]) features[place + feature] = 1 - features[place + feature];
    };
    for (const chance of chances) {
      const u = random();
      if (chance.kind === 'damping') features[place + chance.feature] = 2 * Math.asin(Math.sqrt(u));
      else if (chance.kind === 'joint') {
        if (u >= chance.p) continue;
        // Any word but the identity: its bits are those of a number from 1 to 4ⁿ − 1.
        const word = 1 + Math.floor(random() * (2 ** chance.count - 1));
        for (let bit = 0; bit < chance.count; bit++)
          if (Math.floor(word / 2 ** bit) % 2 === 1) turn(chance.first + bit);
      } else {
        const { x, y, z, first } = chance;
        if (u >= x + y + z) continue;
        // X where u < x, Y in the middle, and Z from x + y on.
        if (u < x + y) turn(first);
        if (u >= x) turn(first + 1);
      }
    }
  };
}

import {
  amplitudeDamping,
  bitFlip,
  depolarizing,
  jointDepolarizing,
  pauliChannel,
  phaseDamping,
  phaseFlip,
} from '../src/index.ts';
import type { Complex, Dense } from './dense.ts';
import type { Case } from './density.ts';

const real = (a: number, b: number, c: number, d: number): Dense => [
  [
    [a, 0],
    [b, 0],
  ],
  [
    [c, 0],
    [d, 0],
  ],
];
const I = real(1, 0, 0, 1);
const X = real(0, 1, 1, 0);
const Y: Dense = [
  [
    [0, 0],
    [0, -1],
  ],
  [
    [0, 1],
    [0, 0],
  ],
];
const Z = real(1, 0, 0, -1);

/** √p · matrix */
const root = (p: number, matrix: Dense): Dense =>
  matrix.map((row) => row.map(([re, im]): Complex => [Math.sqrt(p) * re, Math.sqrt(p) * im]));

/** Every channel, beside its Kraus operators as Nielsen and Chuang write them (section 8.3). */
export const CASES: readonly Case[] = [
  { name: 'bit flip', channel: bitFlip(0.12), textbook: { kraus: [root(0.88, I), root(0.12, X)] } },
  { name: 'phase flip', channel: phaseFlip(0.12), textbook: { kraus: [root(0.88, I), root(0.12, Z)] } },
  { name: 'bit-phase flip', channel: pauliChannel(0, 0.12, 0), textbook: { kraus: [root(0.88, I), root(0.12, Y)] } },
  {
    name: 'Pauli channel',
    channel: pauliChannel(0.02, 0.05, 0.08),
    textbook: { kraus: [root(0.85, I), root(0.02, X), root(0.05, Y), root(0.08, Z)] },
  },
  {
    name: 'depolarising',
    channel: depolarizing(0.09),
    textbook: { kraus: [root(0.91, I), root(0.03, X), root(0.03, Y), root(0.03, Z)] },
  },
  { name: 'joint depolarising', channel: jointDepolarizing(0.1), textbook: { joint: 0.1 } },
  {
    name: 'phase damping',
    channel: phaseDamping(0.3),
    textbook: { kraus: [real(1, 0, 0, Math.sqrt(0.7)), real(0, 0, 0, Math.sqrt(0.3))] },
  },
  {
    name: 'amplitude damping',
    channel: amplitudeDamping(0.2),
    textbook: { kraus: [real(1, 0, 0, Math.sqrt(0.8)), real(0, Math.sqrt(0.2), 0, 0)] },
  },
];

/** Channels without chance: the same Pauli, each time. */
export const CERTAIN: readonly Case[] = [
  { name: 'X', channel: pauliChannel(1, 0, 0), textbook: { kraus: [X] } },
  { name: 'Y', channel: pauliChannel(0, 1, 0), textbook: { kraus: [Y] } },
  { name: 'Z', channel: pauliChannel(0, 0, 1), textbook: { kraus: [Z] } },
];

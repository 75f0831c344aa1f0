import type { Angle } from '../angle.ts';
import type { Part } from '../circuit.ts';
import { entryOf } from '../entry-of.ts';
import { ch, cp, crx, cry, crz, cx, cy, cz, ecr, iswap, rxx, ry, ryy, rz, rzz, siswap, swap, x } from '../op.ts';
import { rot } from './rot.ts';
import type { Pair } from './topology.ts';

/** Ops on a pair of qubits, and how many weights they take: what entanglers, bricks, trees and QCNNs are made of. */
export interface Block {
  /** How many angles `on` is given: each of them a weight of the block. */
  readonly weights: number;
  readonly on: (angles: readonly Angle[], one: number, other: number) => Part;
}

const gate = (on: (one: number, other: number) => Part): Block => ({ weights: 0, on: (_, ...pair) => on(...pair) });
const turn = (on: (angle: Angle, one: number, other: number) => Part): Block => ({
  weights: 1,
  on: ([angle], ...pair) => on(angle, ...pair),
});

/** Blocks of one gate: control first, and with a weight where the gate has an angle. */
export const ENTANGLERS = {
  cnot: gate(cx),
  cz: gate(cz),
  cy: gate(cy),
  ch: gate(ch),
  swap: gate(swap),
  iswap: gate(iswap),
  siswap: gate(siswap),
  ecr: gate(ecr),
  crx: turn(crx),
  cry: turn(cry),
  crz: turn(crz),
  cp: turn(cp),
  rxx: turn(rxx),
  ryy: turn(ryy),
  rzz: turn(rzz),
} satisfies Record<string, Block>;

/** Every block that has a name: those of one gate, and larger ones. */
export const BLOCKS = {
  ...ENTANGLERS,
  /** RY on both, CNOT: the block of Grant and others, npj Quantum Inf. 4, 65 (2018). */
  'ry-cnot': { weights: 2, on: ([a, b], one, other) => [ry(a, one), ry(b, other), cx(one, other)] },
  /** CZ, RY on both: the block of Cerezo and others, Nat. Commun. 12, 1791 (2021). */
  'cz-ry': { weights: 2, on: ([a, b], one, other) => [cz(one, other), ry(a, one), ry(b, other)] },
  /** Every real gate of determinant 1: RY on both, three times, CNOTs between. */
  so4: { weights: 6, on: so4 },
  /** Every gate on two qubits, up to a phase: Vatan and Williams, Phys. Rev. A 69, 032315 (2004), Fig. 6. */
  su4: { weights: 15, on: su4 },
  /** A pooling: CRZ, and CRX where the first is 0. Hur, Kim and Park, Quantum Mach. Intell. 4, 3 (2022). */
  pooling: { weights: 2, on: ([a, b], one, other) => [crz(a, one, other), x(one), crx(b, one, other)] },
} satisfies Record<string, Block>;

export type EntanglerName = keyof typeof ENTANGLERS;
export type BlockName = keyof typeof BLOCKS;

/** A block by its name, or as it is given. */
export function blockOf<Table extends Readonly<Record<string, Block>>>(
  table: Table,
  given: keyof Table | Block,
  what: string,
): Block {
  if (typeof given !== 'object' || given === null) return entryOf(table, given, what);
  if (!(Number.isInteger(given.weights) && given.weights >= 0 && typeof given.on === 'function'))
    throw new Error(
      `The ${what} given has ${given.weights} weights. It is a name (${Object.keys(table).join(', ')}), or { weights, on }: ` +
        'a whole number from 0, and a function of so many angles and two qubits.',
    );
  return given;
}

/** The block on each pair in order, each with the next of the angles. */
export function onPairs(block: Block, pairs: readonly Pair[], angles: readonly Angle[]): Part {
  return pairs.map(([one, other], k) => block.on(angles.slice(k * block.weights, (k + 1) * block.weights), one, other));
}

function so4(angles: readonly Angle[], one: number, other: number): Part {
  const turned = (k: number) => [ry(angles[k], one), ry(angles[k + 1], other)];
  return [turned(0), cx(one, other), turned(2), cx(one, other), turned(4)];
}

function su4(angles: readonly Angle[], one: number, other: number): Part {
  const turned = (k: number) => [rot(angles.slice(k, k + 3), one), rot(angles.slice(k + 3, k + 6), other)];
  return [
    turned(0),
    [cx(other, one), rz(angles[6], one), ry(angles[7], other)],
    [cx(one, other), ry(angles[8], other), cx(other, one)],
    turned(9),
  ];
}

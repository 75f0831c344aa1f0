import { MOST_QUBITS } from '@hqnn/sim';
import { checkCount, isWithin } from '../check.ts';
import { entryOf } from '../entry-of.ts';

/** Two qubits. Where a gate has a control, the first is it. */
export type Pair = readonly [one: number, other: number];

/** Which pairs of qubits are entangled, in order. One qubit has no pairs. */
export const TOPOLOGIES = {
  /** (0, 1), (1, 2), … */
  linear: (qubits: number) => neighbours(qubits),
  /** The line, and its end with its beginning. A ring of two qubits is one pair. */
  ring: (qubits: number) => [...neighbours(qubits), ...(qubits > 2 ? [pair(qubits - 1, 0)] : [])],
  /** The end with the beginning, then the line: Qiskit's order. */
  circular: (qubits: number) => [...(qubits > 2 ? [pair(qubits - 1, 0)] : []), ...neighbours(qubits)],
  /** Each qubit with each one after it. */
  full: (qubits: number) =>
    places(qubits).flatMap((one) => places(qubits - one - 1).map((k) => pair(one, one + 1 + k))),
  /** The line from its end: (n − 2, n − 1), …, (0, 1). */
  'reverse-linear': (qubits: number) => neighbours(qubits).reverse(),
  /** The line, bricked: (0, 1), (2, 3), …, then (1, 2), (3, 4), … */
  pairwise: (qubits: number) => [0, 1].flatMap((start) => bricks(places(qubits), start)),
  /** Qubit 0 with each other. */
  star: (qubits: number) => places(qubits - 1).map((k) => pair(0, k + 1)),
} satisfies Record<string, (qubits: number) => readonly Pair[]>;

export type TopologyName = keyof typeof TOPOLOGIES;

/** A topology by its name, or the pairs themselves, in order. */
export type Topology = TopologyName | readonly Pair[];

/** The pairs of a topology on qubits 0 … qubits − 1. */
export function pairsOf(qubits: number, topology: Topology): readonly Pair[] {
  checkCount('pairsOf', 'qubits', qubits, 1, MOST_QUBITS);
  if (!isList(topology)) return entryOf(TOPOLOGIES, topology, 'topology')(qubits);
  for (const listed of topology) checkPair(qubits, listed);
  return topology;
}

/** Neighbours of a list two by two, from a place on: bricks([1, 3, 5, 7], 1) is (3, 5). */
export function bricks(list: readonly number[], start: number): readonly Pair[] {
  return places(Math.max(0, Math.floor((list.length - start) / 2))).map((k) =>
    pair(list[start + 2 * k], list[start + 2 * k + 1]),
  );
}

const isList = (topology: Topology): topology is readonly Pair[] => Array.isArray(topology);

function checkPair(qubits: number, listed: Pair): void {
  if (
    !(
      Array.isArray(listed) &&
      listed.length === 2 &&
      listed.every((qubit) => isWithin(qubit, qubits)) &&
      listed[0] !== listed[1]
    )
  )
    throw new Error(
      `A topology lists the pair (${listed}) for ${qubits} qubits. A pair is two different qubits from 0 to ${qubits - 1}.`,
    );
}

const neighbours = (qubits: number) => places(qubits - 1).map((one) => pair(one, one + 1));

const places = (length: number) => [...Array(length).keys()];

const pair = (one: number, other: number): Pair => [one, other];

import { uniform } from '@hqnn/sim';
import {
  type Angle,
  type Circuit,
  circuit,
  controlled,
  features,
  gate,
  type Op,
  plus,
  times,
  vector,
} from '../src/index.ts';
import { ROWS } from '../src/table-name.ts';

/** What random circuits are made of. */
export interface RandomCircuit {
  readonly qubits: number;
  readonly ops: number;
  /** At most so many controls an op. */
  readonly controls?: number;
  /** Whether angles may be features, weights and their products: x of 3, theta of 4 and scale of 3 numbers. */
  readonly variable?: boolean;
}

const [x, theta, scale] = [features(3), vector('theta', 4), vector('scale', 3)];

/** Numbers for all that a random circuit may depend on, for those vectors that it does depend on. */
export const PARAMS = { x: [0.4, -0.9, 1.3], theta: [0.2, -1.1, 2.6, 0.7], scale: [1.4, -0.6, 0.8] };

/** Ops of all kinds on random qubits, the same for the same seed. */
export function randomCircuit(seed: number, { qubits, ops, controls = 2, variable = false }: RandomCircuit): Circuit {
  const draw = uniform(seed, 0);
  const below = (n: number) => Math.floor(draw() * n);
  const angle = (): Angle => {
    const number = [4 * Math.PI * (draw() - 0.5), 0.3 + draw(), (below(9) - 4) * (Math.PI / 4)][below(3)];
    if (!variable) return number;
    const choices = [theta[below(4)], x[below(3)], times(scale[below(3)], x[below(3)])];
    return [number, plus(times(number || 1, choices[below(3)]), below(2)), choices[below(3)]][below(3)];
  };
  const op = (): Op => {
    const fitting = ROWS.filter((row) => row.qubits <= qubits);
    const row = fitting[below(fitting.length)];
    const order = [...Array(qubits).keys()].map((qubit) => [draw(), qubit]).sort(([a], [b]) => a - b);
    const on = order.map(([, qubit]) => qubit);
    const targets = on.slice(0, row.qubits);
    const placed = 'axis' in row ? gate(row)(angle(), ...targets) : gate(row)(...targets);
    return controlled(placed, ...on.slice(row.qubits, row.qubits + below(controls + 1)));
  };
  return circuit(qubits, Array.from({ length: ops }, op));
}

/** The numbers of PARAMS that the circuit takes, each vector as long as it asks for. */
export function paramsFor({
  vectors,
  program,
}: {
  vectors: readonly { name: string; length: number }[];
  program: { features: number };
}) {
  const all: Readonly<Record<string, readonly number[]>> = PARAMS;
  return Object.fromEntries([
    ...vectors.map(({ name, length }) => [name, all[name].slice(0, length)]),
    ...(program.features > 0 ? [['x', PARAMS.x.slice(0, program.features)]] : []),
  ]);
}

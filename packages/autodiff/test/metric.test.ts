import { readFileSync } from 'node:fs';
import {
  type Angle,
  amplitudeEncoding,
  type Circuit,
  circuit,
  crx,
  cry,
  crz,
  cx,
  expectation,
  h,
  type Op,
  pauli,
  rx,
  ry,
  rz,
  rzz,
  scaled,
  sum,
  times,
  vector,
} from '@hqnn/circuits';
import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import { type Approximation, adjoint, metricTensor } from '../src/index.ts';
import { quantumNaturalGradient } from '../src/optimise/quantum-natural-gradient.ts';

/** What pennylane-metrics.json holds: wire k is our qubit k. */
interface Reference {
  readonly rate: number;
  readonly damping: number;
  readonly circuits: readonly Given[];
}

interface Given {
  readonly name: string;
  readonly qubits: number;
  readonly amplitudes?: readonly number[];
  readonly ops: readonly GivenOp[];
  readonly theta: readonly number[];
  readonly observables: readonly { readonly letters: string; readonly coefficient: number }[];
  /**
   * The block-diagonal one where PennyLane's layers are our blocks, into which rotations may be moved past what they
   * commute with; it and the diagonal one not of controlled rotations, which PennyLane takes apart first.
   */
  readonly metric: Readonly<Partial<Record<Approximation, readonly (readonly number[])[]>>>;
  /** The weights after a step with that metric. */
  readonly step: Readonly<Partial<Record<Approximation, readonly number[]>>>;
}

interface GivenOp {
  readonly gate: string;
  readonly wires: readonly number[];
  readonly angle?: number;
  readonly weight?: number;
  readonly scale?: number;
}

const { rate, damping, circuits }: Reference = JSON.parse(
  readFileSync(new URL('./pennylane-metrics.json', import.meta.url), 'utf8'),
);

const GATES: Readonly<Record<string, (angle: Angle, ...wires: number[]) => Op>> = {
  Hadamard: (_, wire) => h(wire),
  CNOT: (_, control, target) => cx(control, target),
  RX: rx,
  RY: ry,
  RZ: rz,
  CRX: crx,
  CRY: cry,
  CRZ: crz,
  IsingZZ: rzz,
};

function ours({ qubits, amplitudes, ops, theta }: Given): Circuit {
  const weights = vector('theta', theta.length);
  const placed = ops.map(({ gate, wires, angle = 0, weight, scale = 1 }) =>
    GATES[gate](weight === undefined ? angle : times(scale, weights[weight]), ...wires),
  );
  return circuit(qubits, ...(amplitudes ? [amplitudeEncoding(amplitudes.length)] : []), placed);
}

/** What PennyLane calls |q₀q₁⟩ is our |q₁q₀⟩. */
const swapped = ([a, b, c, d]: readonly number[]) => [a, c, b, d];

const paramsOf = ({ amplitudes, theta }: Given) => ({ ...(amplitudes ? { x: swapped(amplitudes) } : {}), theta });

const observableOf = ({ observables }: Given) =>
  sum(
    ...observables.map(({ letters, coefficient }) =>
      scaled(coefficient, pauli(letters, ...Array(letters.length).keys())),
    ),
  );

/** A metric divides by 1e-2 at least, so a step is as exact as a metric, but for that. */
const LOSS = 100;

const cases = circuits.flatMap((one) =>
  (['full', 'block-diagonal', 'diagonal'] as const)
    .filter((approximation) => one.metric[approximation])
    .map((approximation) => ({ ...one, approximation })),
);

test('the reference holds 6 full metrics, 2 block-diagonal and 5 diagonal ones', () => {
  expect(cases).toHaveLength(6 + 2 + 5);
});

describe.each(SIMULATORS)('on $name', ({ simulator, tolerance }) => {
  test.each(cases)('$name: the $approximation metric is PennyLane’s', ({ approximation, ...one }) => {
    const f = expectation(ours(one), observableOf(one), { simulator });
    const { theta } = metricTensor(f, { approximation })(paramsOf(one)).theta;
    near(
      theta.flatMap((row) => [...row]),
      one.metric[approximation]?.flat() ?? [],
      tolerance,
      'metric',
    );
  });

  test.each(cases)('$name: a step by the $approximation metric is PennyLane’s', ({ approximation, ...one }) => {
    const f = expectation(ours(one), observableOf(one), { simulator });
    const at = paramsOf(one);
    const moved = quantumNaturalGradient(f, { rate, damping, approximation, method: adjoint })(at);
    near(moved.theta, one.step[approximation] ?? [], LOSS * tolerance, 'weights');
  });
});

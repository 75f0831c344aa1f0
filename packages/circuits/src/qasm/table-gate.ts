import { MOST_QUBITS } from '@hqnn/sim';
import { adjointGate, GATES, type Gate } from '../gates.ts';
import { globalPhase, placed, under } from './applied.ts';
import type { GateFunction } from './gate-function.ts';
import { multiplied, number } from './value.ts';

/** The rows of the table and their inverses, by name. */
const ROWS = new Map<string, Gate>(
  Object.values<Gate>(GATES).flatMap((row) => {
    const inverse = 'matrix' in row ? [adjointGate(row)] : [];
    return [row, ...inverse].map((one) => [one.name, one] as const);
  }),
);

/** Any gate of the table under its name, with a c before it for each control. */
export function tableGate(name: string): GateFunction | undefined {
  const most = Math.min(name.search(/[^c]|$/), MOST_QUBITS);
  for (let controls = 0; controls <= most; controls++) {
    const row = ROWS.get(name.slice(controls));
    if (row) return gateOf(name, row, controls);
  }
  return undefined;
}

const gateOf = (name: string, row: Gate, controls: number): GateFunction => ({
  name,
  angles: 'axis' in row ? 1 : 0,
  qubits: controls + row.qubits,
  depth: 0,
  apply: ([angle], qubits) => under(qubits.slice(0, controls), [placed(row, angle, qubits.slice(controls))]),
});

/** What both versions know without a library. U is that of OpenQASM 3: e^{iθ/2} P(φ) RY(θ) P(λ). */
export const BUILT_IN: readonly GateFunction[] = [
  {
    name: 'U',
    angles: 3,
    qubits: 1,
    depth: 0,
    apply: ([theta, phi, lambda], qubits) => [
      globalPhase(multiplied(number(1 / 2), theta)),
      placed(GATES.p, lambda, qubits),
      placed(GATES.ry, theta, qubits),
      placed(GATES.p, phi, qubits),
    ],
  },
  {
    name: 'CX',
    angles: 0,
    qubits: 2,
    depth: 0,
    apply: (_, [control, target]) => under([control], [placed(GATES.x, undefined, [target])]),
  },
  { name: 'gphase', angles: 1, qubits: 0, depth: 0, apply: ([angle]) => [globalPhase(angle)] },
];

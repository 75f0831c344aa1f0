import { MOST_QUBITS } from '@hqnn/sim';
import { GATES, type Gate } from '../gates.ts';
import { ROWS } from '../table-name.ts';
import { globalPhase, still, turned, under } from './applied.ts';
import type { GateFunction } from './gate-function.ts';
import { multiplied, number } from './value.ts';

const BY_NAME: ReadonlyMap<string, Gate> = new Map(ROWS.map((row) => [row.name, row]));

/** Any gate of the table under its name, with a c before it for each control. */
export function tableGate(name: string): GateFunction | undefined {
  const most = Math.min(name.search(/[^c]|$/), MOST_QUBITS);
  for (let controls = 0; controls <= most; controls++) {
    const row = BY_NAME.get(name.slice(controls));
    if (row) return gateOf(name, row, controls);
  }
  return undefined;
}

const gateOf = (name: string, row: Gate, controls: number): GateFunction => ({
  name,
  angles: 'axis' in row ? 1 : 0,
  qubits: controls + row.qubits,
  depth: 0,
  apply: ([angle], qubits) => {
    const targets = qubits.slice(controls);
    return under(qubits.slice(0, controls), ['axis' in row ? turned(row, angle, targets) : still(row, targets)]);
  },
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
      turned(GATES.p, lambda, qubits),
      turned(GATES.ry, theta, qubits),
      turned(GATES.p, phi, qubits),
    ],
  },
  {
    name: 'CX',
    angles: 0,
    qubits: 2,
    depth: 0,
    apply: (_, [control, target]) => under([control], [still(GATES.x, [target])]),
  },
  { name: 'gphase', angles: 1, qubits: 0, depth: 0, apply: ([angle]) => [globalPhase(angle)] },
];

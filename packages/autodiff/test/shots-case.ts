import { circuit, constant, crx, cx, features, pauli, ry, rz, scaled, sum, times, vector, Y, Z } from '@hqnn/circuits';
import { metered, type Simulator } from '@hqnn/sim';

const theta = vector('theta', 4);
const x = features(2);
/** A weight that two gates share, a controlled rotation, a scaled angle, the product of a weight and a feature. */
export const u = circuit(
  3,
  ry(theta[0], 0),
  crx(theta[1], 0, 1),
  rz(times(2, theta[2]), 1),
  ry(times(theta[3], x[0]), 2),
  cx(1, 2),
  ry(theta[0], 1),
  ry(x[1], 0),
);
/** Two groups, {Z₀, Z₁Z₂} and {Y₀, X₁Y₂}, of unequal coefficients, and a constant. */
export const observable = sum(
  scaled(2, Z(0)),
  scaled(-0.8, pauli('ZZ', 1, 2)),
  scaled(0.3, pauli('XY', 1, 2)),
  scaled(0.1, Y(0)),
  constant(0.7),
);
export const at = { theta: [0.4, 1.1, 0.8, -0.7], x: [0.9, 0.5] };
/** Two terms for each of five angles and four for the one under a control, in two groups. */
export const MEASUREMENTS = 2 * (5 * 2 + 4);

/** A simulator that remembers how many rows each call has measured, and how often each. */
export function counting(own: Simulator) {
  const drawn: { readonly rows: number; readonly shots: number }[] = [];
  const meter = metered(own);
  const sample: Simulator['sample'] = (program, rows, weights, options) => {
    const before = meter.executions();
    const outcomes = meter.sample(program, rows, weights, options);
    drawn.push({ rows: meter.executions() - before, shots: options.shots });
    return outcomes;
  };
  return { simulator: { ...meter, sample }, drawn };
}

/**
 * The circuit of all benches, told gate by gate: RY(x) on each qubit, then layers of RY(θ) and RZ(θ) on each and a
 * ring of entanglers. `x` and `theta` are numbers for those who run it, and symbols for who writes it down.
 */
export function ring({ qubits, layers }, x, theta, { ry, rz, entangle }) {
  for (let q = 0; q < qubits; q++) ry(q, x[q]);
  for (let l = 0; l < layers; l++) {
    const first = 2 * l * qubits;
    for (let q = 0; q < qubits; q++) {
      ry(q, theta[first + q]);
      rz(q, theta[first + qubits + q]);
    }
    for (let q = 0; q < qubits; q++) entangle(q, (q + 1) % qubits);
  }
}

/** How many numbers `theta` holds. */
export const weightsOf = ({ qubits, layers }) => 2 * layers * qubits;

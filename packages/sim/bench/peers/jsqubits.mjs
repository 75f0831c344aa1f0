import { Qubits } from 'jsqubits';
import { ring } from '../ring.mjs';

/** The npm package jsqubits: a state is an object of complex numbers, and every gate makes a new one. */
export const jsqubits = (circuit) => (x, theta) => {
  let state = Qubits('0'.repeat(circuit.qubits));
  ring(circuit, x, theta, {
    ry: (q, angle) => {
      state = state.rotateY(q, angle);
    },
    rz: (q, angle) => {
      state = state.rotateZ(q, angle);
    },
    entangle: (control, target) => {
      state = state.controlledZ(control, target);
    },
  });
  const values = new Float64Array(circuit.qubits);
  state.each((component) => {
    const p = component.amplitude.magnitude() ** 2;
    const k = component.asNumber();
    for (let q = 0; q < circuit.qubits; q++) values[q] += (k >> q) & 1 ? -p : p;
  });
  return values;
};

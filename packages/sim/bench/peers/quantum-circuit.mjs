import QuantumCircuit from 'quantum-circuit';
import { ring } from '../ring.mjs';

/**
 * The npm package quantum-circuit. New angles are a new circuit to it; to make one and to ask for the probabilities
 * is a twentieth of the time.
 */
export const quantumCircuit = (circuit) => (x, theta) => {
  const made = new QuantumCircuit(circuit.qubits);
  ring(circuit, x, theta, {
    ry: (q, angle) => made.appendGate('ry', q, { params: { theta: angle } }),
    rz: (q, angle) => made.appendGate('rz', q, { params: { phi: angle } }),
    entangle: (control, target) => made.appendGate('cz', [control, target]),
  });
  made.run();
  // The probability of 1, qubit by qubit.
  return Float64Array.from(made.probabilities(), (p) => 1 - 2 * p);
};

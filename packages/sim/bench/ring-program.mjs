import { ring, weightsOf } from './ring.mjs';

/** The ring as the program that @hqnn/sim runs, measured by ⟨Z⟩ of every qubit. */
export function ringProgram(circuit, entangler) {
  const slots = [];
  const instructions = [];
  const rotation = (word) => (q, angle) =>
    instructions.push({ kind: 'rotation', word: word(1 << q), phase: 0, controls: 0, slot: slots.push(angle) - 1 });
  ring(circuit, symbols('feature', circuit.qubits), symbols('weight', weightsOf(circuit)), {
    ry: rotation((bit) => ({ x: bit, z: bit })),
    rz: rotation((bit) => ({ x: 0, z: bit })),
    entangle: (control, target) =>
      instructions.push({
        kind: 'matrix',
        targets: [target],
        controls: 1 << control,
        matrix: Float64Array.from(ENTANGLERS[entangler]),
      }),
  });
  const observables = Array.from({ length: circuit.qubits }, (_, q) => ({
    terms: [{ coefficient: 1, word: { x: 0, z: 1 << q } }],
  }));
  const { qubits } = circuit;
  return { qubits, features: qubits, weights: weightsOf(circuit), slots, instructions, observables };
}

/** What happens to the target where the control is 1: Z or X, row by row, each entry as real and imaginary part. */
const ENTANGLERS = {
  cz: [1, 0, 0, 0, 0, 0, -1, 0],
  cnot: [0, 0, 1, 0, 1, 0, 0, 0],
};

/** The angles x₀, x₁, … or θ₀, θ₁, … themselves. */
const symbols = (kind, length) => Array.from({ length }, (_, k) => ({ scale: 1, [kind]: k, offset: 0 }));

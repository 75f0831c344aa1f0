import { forward, peer } from '../candidates.mjs';
import { jsqubits } from '../peers/jsqubits.mjs';
import { naive } from '../peers/naive.mjs';
import { quantumCircuit } from '../peers/quantum-circuit.mjs';
import { tuned } from '../peers/tuned.mjs';
import { setting } from '../setting.mjs';

/** One sample of theirs over one of ours, which is run among 32. */
const over = (contestant) => (qubits, race) => {
  const on = setting(qubits);
  const [theirs, ours] = race([peer(on, contestant), forward(on)]);
  return theirs / (ours / on.rows);
};

export const peerBenches = [
  {
    name: 'naive-forward',
    title: 'naive JavaScript forward / fused forward',
    meaning: 'One sample by the loops that one writes first, over one of ours, which runs 32 at once.',
    goal: { atLeast: 40 },
    qubits: [4, 6, 8, 10],
    measure: over(naive),
  },
  {
    name: 'tuned-forward',
    title: 'tuned JavaScript forward / fused forward',
    meaning: 'The same, with loops that have been thought about: a kernel a gate, no index looked at in vain.',
    qubits: [8],
    measure: over(tuned),
  },
  {
    name: 'jsqubits',
    title: 'jsqubits (npm) forward / fused forward',
    meaning: 'The same, by the npm package jsqubits 2.1.2.',
    qubits: [8],
    measure: over(jsqubits),
  },
  {
    name: 'quantum-circuit',
    title: 'quantum-circuit (npm) forward / fused forward',
    meaning: 'The same, by the npm package quantum-circuit 0.9.250.',
    goal: { atLeast: 10000 },
    qubits: [8],
    measure: over(quantumCircuit),
  },
];

import { createRequire } from 'node:module';
import { forward, peer } from '../candidates.mjs';
import { jsqubits } from '../peers/jsqubits.mjs';
import { naive } from '../peers/naive.mjs';
import { quantumCircuit } from '../peers/quantum-circuit.mjs';
import { tuned } from '../peers/tuned.mjs';
import { MANY, setting } from '../setting.mjs';

/** One sample of theirs over one of ours. */
const over = (contestant) => (qubits, race) => {
  const on = setting(qubits, { rows: MANY });
  const [theirs, ours] = race([peer(on, contestant), forward(on)]);
  return theirs / (ours / on.rows);
};

const meaning = (means) => `A run of one sample ${means}, over one of ours, which runs ${MANY} at once.`;

const fromNpm = (name) =>
  `by the npm package ${name} ${createRequire(import.meta.url)(`${name}/package.json`).version}`;

/** Runs by other code than ours. */
export const peerBenches = [
  {
    name: 'naive-forward',
    title: 'naive JavaScript forward / fused forward',
    meaning: meaning('by the loops that one writes first'),
    goal: { atLeast: 40 },
    qubits: [4, 6, 8, 10],
    measure: over(naive),
  },
  {
    name: 'tuned-forward',
    title: 'tuned JavaScript forward / fused forward',
    meaning: meaning('by loops that were thought about, a kernel a gate and no index looked at in vain'),
    qubits: [8],
    measure: over(tuned),
  },
  {
    name: 'jsqubits',
    title: 'jsqubits (npm) forward / fused forward',
    meaning: meaning(fromNpm('jsqubits')),
    qubits: [8],
    measure: over(jsqubits),
  },
  {
    name: 'quantum-circuit',
    title: 'quantum-circuit (npm) forward / fused forward',
    meaning: meaning(fromNpm('quantum-circuit')),
    goal: { atLeast: 10000 },
    qubits: [8],
    measure: over(quantumCircuit),
  },
];

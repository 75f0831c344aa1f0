import { step } from '../candidates.mjs';
import { BATCH, setting } from '../setting.mjs';

const measure = (rows) => (qubits, race) => {
  const on = setting(qubits, { rows });
  const [pool, alone] = race([step(on, { threads: 2 }), step(on, { threads: 1 })]);
  return pool / alone;
};

/** Two threads beside one. */
export const poolBenches = [
  {
    name: 'pool',
    title: 'pool / one thread at batch 32',
    meaning: 'What a pool of two threads costs in a step of 32 samples, which is too small to gain by it.',
    goal: { atMost: 1.05 },
    qubits: [4, 6, 8],
    measure: measure(BATCH),
  },
  {
    name: 'pool-of-large-batch',
    title: 'two threads / one thread at batch 4096',
    meaning: 'What is left of the time of a step of 4096 samples when two threads share it.',
    qubits: [10],
    measure: measure(4096),
  },
];

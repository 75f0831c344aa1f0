import { epoch, forward, step } from '../candidates.mjs';
import { BATCH, setting } from '../setting.mjs';

/** Steps of training: a run and its gradient, for a batch of 32. */
export const stepBenches = [
  {
    name: 'gate-by-gate-step',
    title: 'gate-by-gate adjoint / full step, at 8 qubits',
    meaning:
      'What fusing gains in a step of training: a run and its gradient, for 32 samples. With few qubits what a call costs besides weighs more on the faster side.',
    goal: { atLeast: 5, at: 8 },
    qubits: [4, 6, 8, 10],
    measure: (qubits, race) => {
      const on = setting(qubits);
      const [gateByGate, fused] = race([step(on, { fuse: false }), step(on)]);
      return gateByGate / fused;
    },
  },
  {
    name: 'step-over-forward',
    title: 'full step / forward',
    meaning: 'What a step costs in runs: the gradient in every angle comes with it, however many there are.',
    goal: { atMost: 4 },
    qubits: [4, 6, 8, 10],
    measure: (qubits, race) => {
      const on = setting(qubits);
      const [full, run] = race([step(on), forward(on)]);
      return full / run;
    },
  },
  {
    name: 'fixed-cost',
    title: 'fixed cost of a step / step',
    meaning: 'The part of a step of 32 samples that no sample adds to: checks, tables, folds of gradients.',
    goal: { atMost: 0.06 },
    qubits: [8],
    measure: (qubits, race) => {
      // Small batches, for in them the fixed cost weighs most, and large ones leave the cache; all of whole chunks.
      const batches = [8, 16, 32, 64];
      const seconds = race(batches.map((rows) => step(setting(qubits, { rows }))));
      // Less than a thousandth cannot be told from nothing.
      return Math.max(0.001, intercept(batches, seconds) / seconds[batches.indexOf(BATCH)]);
    },
  },
  {
    name: 'step-time',
    title: 'a full step, for each of its 32 samples',
    meaning: 'A run and its gradient, for one sample among 32, on one thread.',
    unit: 'µs',
    qubits: [8],
    measure: (qubits, race) => {
      const [seconds] = race([step(setting(qubits))]);
      return (1e6 * seconds) / BATCH;
    },
  },
  {
    name: 'epoch',
    title: 'an epoch of 12,000 images',
    meaning: 'The quantum part of it, 375 steps of 32 samples on one thread, without the head and the optimiser.',
    unit: 's',
    qubits: [8],
    measure: (qubits, race) => {
      const [seconds] = race([epoch(setting(qubits, { rows: 12000 }))]);
      return seconds;
    },
  },
];

/** The time of no rows at all, on the line of least squares through the others, each as uncertain as it is long. */
function intercept(rows, seconds) {
  const sum = (term) => rows.reduce((total, n, k) => total + term(n, seconds[k]) / seconds[k] ** 2, 0);
  const [one, n, nn] = [sum(() => 1), sum((n) => n), sum((n) => n * n)];
  const [t, nt] = [sum((_, t) => t), sum((n, t) => n * t)];
  return (nn * t - n * nt) / (one * nn - n * n);
}

import { forward } from '../candidates.mjs';
import { setting } from '../setting.mjs';

function measure(qubits, race) {
  const on = setting(qubits, { rows: 1 });
  const [gateByGate, blocked] = race([forward(on, { fuse: false }), forward(on)]);
  return gateByGate / blocked;
}

/** One sample of many qubits. */
export const oneStateBenches = [
  {
    name: 'one-state',
    title: 'one large state, gate by gate / blocked',
    meaning:
      'What fusing and blocking gain in a run of one sample, whose state takes 0.5 to 8 MiB, over a sweep of the same kernels for each gate. They are made for many gates at once, so that one made for a single gate would be up to three times as fast.',
    goal: { atLeast: 3 },
    qubits: [16, 18, 20],
    measure,
  },
  {
    name: 'one-larger-state',
    title: 'one larger state, gate by gate / blocked',
    meaning: 'What they gain where the state takes 32 MiB, so that each pass of gate by gate reads it from memory.',
    goal: { atLeast: 4.5 },
    qubits: [22],
    measure,
  },
];

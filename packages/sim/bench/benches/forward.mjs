import { forward } from '../candidates.mjs';
import { MANY, setting } from '../setting.mjs';

/** Runs of a batch, by simulators that differ in one thing. */
export const forwardBenches = [
  {
    name: 'gate-by-gate-forward',
    title: 'own gate-by-gate / fused forward, at 8 qubits',
    meaning: `What fusing gains in a run of ${MANY} samples: the same kernels, a pass a gate, over the passes of the planner. With few qubits what a call costs besides weighs more on the faster side.`,
    goal: { atLeast: 3.5, at: 8 },
    qubits: [4, 6, 8, 10],
    measure: (qubits, race) => {
      const on = setting(qubits, { rows: MANY });
      const [gateByGate, fused] = race([forward(on, { fuse: false }), forward(on)]);
      return gateByGate / fused;
    },
  },
  {
    name: 'cnot-ring',
    title: 'CNOT ring / CZ ring, forward',
    meaning: `What CNOTs cost over CZs, which are diagonal, in a run of ${MANY} samples.`,
    goal: { atMost: 1.15 },
    qubits: [4, 6, 8, 10],
    measure: (qubits, race) => {
      const [cnot, cz] = race(['cnot', 'cz'].map((entangler) => forward(setting(qubits, { rows: MANY, entangler }))));
      return cnot / cz;
    },
  },
  {
    name: 'double-precision',
    title: 'double / single',
    meaning: `What 64 bits cost over 32, in a run of ${MANY} samples.`,
    goal: { atMost: 2.3 },
    qubits: [4, 6, 8, 10],
    measure: (qubits, race) => {
      const on = setting(qubits, { rows: MANY });
      const [double, single] = race(['double', 'single'].map((precision) => forward(on, { precision })));
      return double / single;
    },
  },
];

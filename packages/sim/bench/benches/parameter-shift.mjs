import { forward, shifted, shiftedPeer } from '../candidates.mjs';
import { naive } from '../peers/naive.mjs';
import { setting } from '../setting.mjs';

/** The rule's two shifts of every angle that is a weight. */
const shiftsOf = ({ slots }) =>
  slots.flatMap((angle, slot) =>
    angle.weight === undefined ? [] : [Math.PI / 2, -Math.PI / 2].map((shift) => ({ slot, shift })),
  );

/** Gradients by the rule that hardware needs, two runs an angle: 64 angles at 8 qubits. */
export const parameterShiftBenches = [
  {
    name: 'naive-parameter-shift',
    title: 'naive JavaScript parameter shift / our parameter shift',
    meaning: 'The 128 shifted runs of 64 angles, for one sample: by the naive loops, over ours for 32 at once.',
    goal: { atLeast: 40 },
    qubits: [8],
    measure: (qubits, race) => {
      const on = setting(qubits);
      const shifts = shiftsOf(on.program);
      const [theirs, ours] = race([shiftedPeer(on, naive, shifts), shifted(on, shifts)]);
      return theirs / (ours / on.rows);
    },
  },
  {
    name: 'parameter-shift-sharing',
    title: 'parameter shift / ((2P + 1) × fused forward)',
    meaning: 'What is left of the 129 runs of a gradient by parameter shift, when they share what they have in common.',
    goal: { atMost: 0.6 },
    qubits: [8],
    measure: (qubits, race) => {
      const on = setting(qubits);
      const shifts = shiftsOf(on.program);
      const [all, run] = race([shifted(on, shifts), forward(on)]);
      return (all + run) / ((shifts.length + 1) * run);
    },
  },
];

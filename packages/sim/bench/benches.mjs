import { forwardBenches } from './benches/forward.mjs';
import { oneStateBenches } from './benches/one-state.mjs';
import { parameterShiftBenches } from './benches/parameter-shift.mjs';
import { peerBenches } from './benches/peers.mjs';
import { poolBenches } from './benches/pool.mjs';
import { stepBenches } from './benches/step.mjs';

/**
 * Every bench: its name, what it measures in a few words and in a sentence, its goal if it has one, the numbers of
 * qubits it is measured at, and how, with `race` for the duel. A bench without a unit is a ratio.
 */
export const BENCHES = [
  ...peerBenches,
  ...forwardBenches,
  ...stepBenches,
  ...oneStateBenches,
  ...parameterShiftBenches,
  ...poolBenches,
];

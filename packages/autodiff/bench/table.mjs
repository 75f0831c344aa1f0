import { distanceOf, short } from '../../../tooling/bench/wording.mjs';

/** The results as text for people, in at most 100 columns. */
export function table({ machine: { cpu, cores, node, platform, date }, quick, pennylane, steps }) {
  const rows = steps.map(({ qubits, method, milliseconds, goal, overPlain, theirs, ...rest }) =>
    columns(
      `${method}, ${qubits} qubits`,
      short(milliseconds),
      goal === undefined ? '' : `≤ ${goal}`,
      goal === undefined ? '' : distanceOf(rest),
      overPlain === undefined ? '' : short(overPlain),
      theirs ? `${short(theirs.milliseconds)} (${short(theirs.milliseconds / milliseconds)}×)` : '',
    ),
  );
  return [
    `tfjs on its cpu backend, on ${cpu}, ${cores} cores, ${platform}, Node ${node}, ${date}`,
    '',
    columns('a training step of 32', 'ms', 'goal', 'distance', '/ plain', 'PennyLane, ms'),
    ...rows,
    '',
    typeof pennylane === 'string'
      ? pennylane
      : `PennyLane ${pennylane.pennylane}, PyTorch ${pennylane.torch}: a loop over samples by parameter shift, a batch by backpropagation.`,
    ...(quick ? ['A quick run: it shows that the bench works, and its times mean nothing.'] : []),
  ].join('\n');
}

const columns = (name, milliseconds, goal, distance, ratio, theirs) =>
  `${name.padEnd(26)}  ${milliseconds.padStart(6)}  ${goal.padStart(6)}  ${distance.padEnd(16)}  ${ratio.padStart(7)}  ${theirs}`.trimEnd();

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('dressed_step.py', import.meta.url));

/** The Python that HQNN_PYTHON names, or python3, if it has PennyLane and PyTorch; else why there is none to compare with. */
export function pennyLane({ HQNN_PYTHON: python = 'python3' } = process.env) {
  const { status } = spawnSync(python, ['-c', 'import pennylane, torch'], { stdio: 'ignore' });
  if (status === 0) return { measured: (setting) => measured(python, setting) };
  return {
    missing: `There is no PennyLane to compare with: ${python} cannot import pennylane and torch. Install both with pip, and name that Python in HQNN_PYTHON.`,
  };
}

/** The numbers of the setting by PennyLane, and the seconds of a step: of one by parameter shift, of backpropagation for the sweep. */
function measured(python, setting) {
  const run = spawnSync(python, [PROGRAM], { input: JSON.stringify(setting), encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (run.status !== 0) throw new Error(`PennyLane's step failed:\n${run.stderr ?? run.error}`);
  return JSON.parse(run.stdout);
}

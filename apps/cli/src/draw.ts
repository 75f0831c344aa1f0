import { draw, reuploading } from '@hqnn/circuits';
import { input } from './exit.ts';
import { print, printJson } from './output.ts';
import { readConfig } from './run-folder.ts';
import { type CircuitFlags, circuitOf } from './train-flags.ts';

/** As wide as a drawing gets where no terminal says how wide it is. */
const PAGE = 100;

/** Draws the circuit of a run, or of the options. */
export async function drawCircuit(
  run: string | undefined,
  flags: CircuitFlags & { readonly json?: boolean },
): Promise<void> {
  const circuit = await input(async () => {
    const { qubits, features, layers, entangler, topology } =
      run === undefined ? circuitOf(flags) : (await readConfig(run)).model;
    return reuploading(qubits, { features, layers, entangler, topology });
  });
  if (flags.json) printJson({ schema: 1, circuit });
  else print(draw(circuit, { width: process.stdout.columns ?? PAGE }));
}

import type { Observable, Simulator } from '@hqnn/sim';
import { bind, type Params } from '../bind.ts';
import type { Circuit } from '../circuit.ts';
import { type Compiled, compile } from '../compile.ts';
import { defaultSimulator } from '../default-simulator.ts';
import type { RunOptions } from '../expectation.ts';
import { checkObservables } from '../observables/check-observables.ts';
import { type BlocksOptions, blocksOf } from './blocks-of.ts';

/** (image, θ) ↦ ⟨O⟩ of each block, with the compiled circuit that is run on every one. */
export interface Quanvolution extends Compiled {
  (params: Params): Float64Array;
  readonly simulator: Simulator;
  /** The places in the image of each block's pixels. */
  readonly blocks: readonly (readonly number[])[];
}

/**
 * A small circuit as the filter of a convolution: Henderson and others, Quantum Mach. Intell. 2, 2 (2020). Its features
 * are the pixels of a block, row by row; x is the image, width × height numbers. The values are blocks × observables:
 * all blocks are rows of one run, and share the weights.
 */
export function quanvolution(
  circuit: Circuit,
  observables: readonly Observable[],
  { simulator = defaultSimulator(), ...image }: BlocksOptions & RunOptions,
): Quanvolution {
  checkObservables('quanvolution', observables, circuit.qubits);
  const blocks = blocksOf(image);
  const compiled = compile(circuit, observables);
  const { features } = compiled.program;
  if (!(features >= 1 && features <= blocks[0].length))
    throw new Error(
      `quanvolution was given a circuit that depends on ${features} features, but a block has ${blocks[0].length} pixels. ` +
        'Each feature is a pixel of the block; there is one at least.',
    );
  const pixels = image.width * image.height;
  const evaluate = ({ x = [], ...weights }: Params) => {
    if (x.length !== pixels)
      throw new Error(
        `quanvolution was given an image of ${x.length} numbers. x holds ${image.width} × ${image.height} = ${pixels}.`,
      );
    const rows = blocks.map((block) => block.slice(0, features).map((pixel) => x[pixel]));
    const bound = bind(compiled, { ...weights, x: rows[0] });
    return simulator.run(compiled.program, Float64Array.from(rows.flat()), bound.weights);
  };
  return Object.assign(evaluate, compiled, { simulator, blocks });
}

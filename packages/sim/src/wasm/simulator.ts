import { reference } from '../reference.ts';
import type { Precision, Simulator } from '../simulator.ts';
import { kernels } from './engine.ts';
import { wasm } from './wasm.ts';

/** How the fastest simulator computes. */
export interface SimulatorOptions {
  /** Numbers of 32 bits, if absent: twice as fast as those of 64, and expectation values to some 1e-6. */
  readonly precision?: Precision;
  /** How many threads share the rows of a call: as many as pay, if absent. */
  readonly threads?: 'auto' | number;
  /** Whether gates share sweeps over the state, as they do if absent; else each is a sweep of its own, to compare with. */
  readonly fuse?: boolean;
}

/** A simulator that says what it could not have here. */
export interface HostedSimulator extends Simulator {
  /** In sentences: what it does without, and why. Empty where nothing is missing. */
  readonly notes: readonly string[];
  /** The most threads that share a call. */
  readonly threads: number;
  /** How much memory its kernels hold: it grows to what was needed so far, and no further. */
  bytes(): number;
}

/** The fastest simulator that runs here: WebAssembly with vectors, or the reference where those are missing. */
export function simulator({
  precision = 'single',
  threads = 'auto',
  fuse = true,
}: SimulatorOptions = {}): HostedSimulator {
  if (precision !== 'single' && precision !== 'double')
    throw new Error(`A simulator was asked for ${precision} precision. It takes 'single' or 'double'.`);
  if (!(threads === 'auto' || (Number.isInteger(threads) && threads >= 1)))
    throw new Error(`A simulator was asked for ${threads} threads. It takes a whole number from 1, or 'auto'.`);
  try {
    kernels('own');
  } catch (error) {
    const why = `WebAssembly with vectors does not run here (${(error as Error).message}), so the reference simulator does.`;
    return { ...reference(), notes: [why], threads: 1, bytes: () => 0 };
  }
  return wasm({ precision, threads, fuse });
}

import type { Precision } from '../simulator.ts';
import { KERNELS } from './kernels.ts';

/** What is done with chunks of samples, from one to before another: addresses of a program and of a frame. */
export type ChunkCall = (program: number, frame: number, from: number, to: number) => void;

/** The kernels of one precision. */
export interface Engine {
  readonly prepare: (program: number) => void;
  readonly run: ChunkCall;
  readonly runShifted: ChunkCall;
  readonly pullBack: ChunkCall;
  readonly states: ChunkCall;
}

export const CALLS = ['run', 'runShifted', 'pullBack', 'states'] as const;
export type CallName = (typeof CALLS)[number];

let compiled: WebAssembly.Module | undefined;

/** The kernels, compiled once. */
export function kernels(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNELS), (letter) => letter.charCodeAt(0)));
  return compiled;
}

/** The kernels of that precision on that memory. */
export function engine(module: WebAssembly.Module, memory: WebAssembly.Memory, precision: Precision): Engine {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const bits = precision === 'single' ? 32 : 64;
  const named = (name: string) => exports[`${name}${bits}`] as ChunkCall;
  return {
    prepare: named('prepare') as unknown as Engine['prepare'],
    run: named('run'),
    runShifted: named('runShifted'),
    pullBack: named('pullBack'),
    states: named('states'),
  };
}

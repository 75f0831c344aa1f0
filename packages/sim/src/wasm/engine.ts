import type { Precision } from '../simulator.ts';
import { KERNELS } from './kernels.ts';

/** What is done with chunks of samples, from one to before another; the way back leaves sums at `results`. */
type ChunkCall = (program: number, frame: number, from: number, to: number, results: number) => void;

const CHUNK_CALLS = ['run', 'runShifted', 'pullBack', 'states'] as const;
export type ChunkCallName = (typeof CHUNK_CALLS)[number];

/** What is done with a large state, block after block or tile after tile. */
const LARGE_CALLS = [
  'productSweep',
  'lowSweep',
  'highSweep',
  'gatherSweep',
  'exchangeSweep',
  'wordSweep',
  'matrixSweep',
  'seedSweep',
  'wordAdd',
  'zSums',
  'wordValue',
  'turnSlopes',
  'phaseSlopes',
  'wordSlope',
] as const;
export type LargeCallName = (typeof LARGE_CALLS)[number];

/** Everything that threads can be told to do: they know a call by its place here. */
export const CALLS = [...CHUNK_CALLS, ...LARGE_CALLS] as const;
export type CallName = ChunkCallName | LargeCallName;

/** The kernels of one precision. */
export type Engine = Readonly<Record<CallName, ChunkCall>> & { readonly prepare: (program: number) => void };

/** A compiled module for each kind of memory. */
const compiled: Partial<Record<'shared' | 'own', WebAssembly.Module>> = {};

/** The kernels, for a memory that threads share or for one of a single thread's own; compiled once. */
export function kernels(memory: 'shared' | 'own'): WebAssembly.Module {
  const bytes = () => Uint8Array.from(atob(KERNELS), (letter) => letter.charCodeAt(0));
  compiled[memory] ??= new WebAssembly.Module(memory === 'shared' ? importingShared(bytes()) : bytes());
  return compiled[memory];
}

/** The kernels of that precision on that memory. */
export function engine(module: WebAssembly.Module, memory: WebAssembly.Memory, precision: Precision): Engine {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const bits = precision === 'single' ? 32 : 64;
  const named = (name: string) => exports[`${name}${bits}`] as (...numbers: number[]) => void;
  const calls = Object.fromEntries(CALLS.map((name) => [name, named(name)])) as Record<CallName, ChunkCall>;
  return { ...calls, prepare: named('prepare') };
}

/**
 * The module with its memory declared shared: one bit of the limits in its import section, behind the name `memory` and
 * the kind of an import, 2 (WebAssembly core specification with threads, 5.3.7). The kernels have no atomic instruction,
 * so that nothing else differs.
 */
function importingShared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const sought = [...'memory'].map((letter) => letter.charCodeAt(0)).concat(2, 1);
  const at = bytes.findIndex((_, start) => sought.every((byte, k) => bytes[start + k] === byte));
  if (at < 0) throw new Error('The kernels import no memory with a maximum, so that it cannot be shared.');
  bytes[at + sought.length - 1] = 3;
  return bytes;
}

import type { Precision } from '../simulator.ts';
import type { Arena } from './arena.ts';
import { CALLS, type CallName, type Engine } from './engine.ts';
import type { Host, Thread } from './threads.ts';
import { workerSource } from './worker-source.ts';

/** Chunks to be done, in so many shards, each by whichever thread is free. */
export interface Job {
  readonly call: CallName;
  readonly program: number;
  /** A frame for each thread. */
  readonly frames: readonly number[];
  readonly chunks: number;
  readonly shards: number;
  /** Where shard 0 leaves its results; the others leave theirs behind. */
  readonly results: number;
  readonly resultBytes: number;
}

/** Threads that share the kernels' memory, this one among them. */
export interface Pool {
  /** Returns when all is done. */
  run(job: Job): void;
  stop(): void;
}

/** Where things stand in the memory that all threads see, 32 bits each. */
const CONTROL = {
  /** Counts jobs; −1 ends the threads. */
  job: 0,
  /** Shards that nobody has taken: below 1, none. Written last, so that who takes one finds all the rest in place. */
  left: 1,
  done: 2,
  failed: 3,
  call: 4,
  program: 5,
  chunks: 6,
  shards: 7,
  results: 8,
  resultBytes: 9,
  frames: 10,
} as const;

/** Looks at the job counter before a thread sleeps: some 30 µs, less than it takes to wake one. */
const SPINS = 5000;

/** Milliseconds in which some shard is done, if all threads live. */
const PATIENCE = 600_000;

/** One thread alone: shard after shard. */
export const alone = (engine: Engine): Pool => ({
  run: ({ call, program, frames, chunks, shards, results, resultBytes }) => {
    for (let shard = 0; shard < shards; shard++) {
      const [from, to] = rangeOf(shard, shards, chunks);
      engine[call](program, frames[0], from, to, results + shard * resultBytes);
    }
  },
  stop: () => {},
});

/** The chunks of a shard, from one to before another: as the threads' source has it too. */
const rangeOf = (shard: number, shards: number, chunks: number) => [
  Math.floor((chunks * shard) / shards),
  Math.floor((chunks * (shard + 1)) / shards),
];

/** `threads` threads, this one among them. */
export function pool(
  host: Host,
  engine: Engine,
  module: WebAssembly.Module,
  { memory }: Arena,
  precision: Precision,
  threads: number,
): Pool {
  const control = new Int32Array(new SharedArrayBuffer(4 * (CONTROL.frames + threads)));
  const source = workerSource(CALLS, CONTROL, SPINS);
  const bits = precision === 'single' ? 32 : 64;
  const others: readonly Thread[] = Array.from({ length: threads - 1 }, (_, k) =>
    host.start(source, { module, memory, control, thread: k + 1, bits }),
  );
  let jobs = 0;
  return {
    run: ({ call, program, frames, chunks, shards, results, resultBytes }) => {
      control[CONTROL.call] = CALLS.indexOf(call);
      control[CONTROL.program] = program;
      control[CONTROL.chunks] = chunks;
      control[CONTROL.shards] = shards;
      control[CONTROL.results] = results;
      control[CONTROL.resultBytes] = resultBytes;
      control.set(frames, CONTROL.frames);
      Atomics.store(control, CONTROL.done, 0);
      Atomics.store(control, CONTROL.left, shards);
      jobs = (jobs + 1) & 0x7fffffff;
      Atomics.store(control, CONTROL.job, jobs);
      Atomics.notify(control, CONTROL.job);
      for (let left = Atomics.sub(control, CONTROL.left, 1); left > 0; left = Atomics.sub(control, CONTROL.left, 1)) {
        const shard = shards - left;
        const [from, to] = rangeOf(shard, shards, chunks);
        engine[call](program, frames[0], from, to, results + shard * resultBytes);
        Atomics.add(control, CONTROL.done, 1);
      }
      for (let done = Atomics.load(control, CONTROL.done); done < shards; done = Atomics.load(control, CONTROL.done))
        if (Atomics.wait(control, CONTROL.done, done, PATIENCE) === 'timed-out')
          throw new Error('A thread of the simulator has been silent for ten minutes. It was probably killed.');
      if (Atomics.exchange(control, CONTROL.failed, 0) !== 0)
        throw new Error(
          `A thread of the simulator failed in ${call}. Its result would be wrong, so there is none. Make another simulator, with { threads: 1 } if it fails again.`,
        );
    },
    stop: () => {
      Atomics.store(control, CONTROL.job, -1);
      Atomics.notify(control, CONTROL.job);
      for (const thread of others) thread.stop();
    },
  };
}

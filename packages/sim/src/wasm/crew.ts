import type { Precision } from '../simulator.ts';
import { type Arena, arena as arenaOf, MOST_PAGES } from './arena.ts';
import { type Engine, engine as engineOf, kernels } from './engine.ts';
import { alone, type Job, type Pool, pool } from './pool.ts';
import { type Host, host } from './threads.ts';

/** The kernels, their memory, and the threads that run them. */
export interface Crew {
  readonly arena: Arena;
  readonly engine: Engine;
  /** How many threads a job of so many nanoseconds, by estimate, is given. */
  threadsFor(nanoseconds: number): number;
  run(job: Job): void;
  stop(): void;
  /** As many as a job may have. */
  readonly threads: number;
  /** In sentences: why there are fewer threads than were asked for. */
  readonly notes: readonly string[];
}

/** What is below is done sooner by one thread than others are woken. */
export const WORTH_SHARING = 200_000;
/** Threads are started when so much work could have been shared: a short program never pays for them. */
const WORTH_STARTING = 50_000_000;
/** More threads than this share a batch no faster. */
const MOST_THREADS = 8;

/** Kernels and memory for `threads` threads, or for as many as pay; the others are started when they are first of use. */
export function crew(precision: Precision, threads: 'auto' | number): Crew {
  const hosted = threads === 1 ? undefined : host();
  const shared = sharedMemory(hosted, threads);
  const wanted = shared.threads;
  const memory = shared.memory ?? new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES });
  const module = kernels(shared.memory ? 'shared' : 'own');
  const arena = arenaOf(memory, precision);
  const engine = engineOf(module, memory, precision);
  const single = alone(engine);
  let many: Pool | undefined;
  let shareable = 0;
  return {
    arena,
    engine,
    threadsFor: (nanoseconds) => {
      if (wanted === 1 || nanoseconds < WORTH_SHARING) return 1;
      shareable += nanoseconds;
      return threads !== 'auto' || shareable > WORTH_STARTING ? wanted : 1;
    },
    run: (job) => {
      if (job.frames.length === 1) return single.run(job);
      many ??= pool(hosted as Host, engine, module, arena, precision, wanted);
      many.run(job);
    },
    stop: () => many?.stop(),
    threads: wanted,
    notes: shared.note ? [shared.note] : [],
  };
}

interface Shared {
  readonly threads: number;
  readonly memory?: WebAssembly.Memory;
  readonly note?: string;
}

/** A memory for as many threads as are wanted and can be had; none for one. */
function sharedMemory(hosted: Host | string | undefined, threads: 'auto' | number): Shared {
  if (hosted === undefined) return { threads: 1 };
  if (typeof hosted === 'string') return { threads: 1, note: hosted };
  const wanted = threads === 'auto' ? Math.min(hosted.cores, MOST_THREADS) : threads;
  if (wanted === 1) return { threads: 1 };
  try {
    return { threads: wanted, memory: new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true }) };
  } catch (error) {
    return {
      threads: 1,
      note: `Memory that threads share could not be had (${(error as Error).message}), so one thread does everything.`,
    };
  }
}

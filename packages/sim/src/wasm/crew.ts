import type { Precision } from '../simulator.ts';
import { type Arena, arena as arenaOf } from './arena.ts';
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
const PAGES = 65536;

export function crew(precision: Precision, threads: 'auto' | number): Crew {
  const hosted = threads === 1 ? 'one' : host();
  const wanted = typeof hosted === 'string' ? 1 : threads === 'auto' ? Math.min(hosted.cores, MOST_THREADS) : threads;
  const shared = wanted > 1;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: PAGES, shared });
  const module = kernels(shared ? 'shared' : 'own');
  const arena = arenaOf(memory, precision);
  const engine = engineOf(module, memory, precision);
  const single = alone(engine);
  let many: Pool | undefined;
  let shareable = 0;
  return {
    arena,
    engine,
    threadsFor: (nanoseconds) => {
      if (!shared || nanoseconds < WORTH_SHARING) return 1;
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
    notes: typeof hosted === 'string' && threads !== 1 ? [hosted] : [],
  };
}

/** A thread that was started, and how to stop it. */
export interface Thread {
  stop(): void;
}

/** How a host starts threads. */
export interface Host {
  readonly cores: number;
  /** One that cannot be started is not missed: the others do its work. */
  start(source: string, data: object): Thread;
}

/** What is asked of Node's builtin modules. */
interface Builtins {
  readonly 'node:os': { availableParallelism(): number };
  readonly 'node:worker_threads': {
    readonly Worker: new (
      source: string,
      options: object,
    ) => { unref(): void; on(event: 'error', listener: () => void): void; terminate(): Promise<number> };
  };
}

type Builtin = <Name extends keyof Builtins>(name: Name) => Builtins[Name];

/** This host's threads; or why there are none, in words. */
export function host(): Host | string {
  if (typeof SharedArrayBuffer === 'undefined')
    return 'There is no shared memory here (a page has it under cross-origin isolation alone), so one thread does everything.';
  if (typeof document !== 'undefined')
    return "A page's main thread must not wait for others, so it does everything itself. Run the simulator in a worker to use more.";
  const { process } = globalThis as { readonly process?: { readonly getBuiltinModule?: Builtin } };
  if (process?.getBuiltinModule) return nodeHost(process.getBuiltinModule);
  return typeof Worker === 'undefined' ? 'No threads can be started here, so one does everything.' : pageHost();
}

/** Builtin modules are asked for, not imported, so that the package imports nothing and bundlers have nothing to resolve. */
function nodeHost(builtin: Builtin): Host {
  const { Worker } = builtin('node:worker_threads');
  return {
    cores: builtin('node:os').availableParallelism(),
    start: (source, workerData) => {
      // Without the options of this process, under which the source may be read as something else.
      const worker = new Worker(source, { eval: true, workerData, execArgv: [] });
      worker.on('error', () => {});
      // A thread that sleeps keeps no process alive.
      worker.unref();
      return { stop: () => void worker.terminate() };
    },
  };
}

function pageHost(): Host {
  return {
    cores: navigator.hardwareConcurrency,
    start: (source, data) => {
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const worker = new Worker(url);
      worker.onerror = (event) => event.preventDefault();
      worker.postMessage(data);
      return {
        stop: () => {
          worker.terminate();
          URL.revokeObjectURL(url);
        },
      };
    },
  };
}

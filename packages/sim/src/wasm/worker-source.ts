/**
 * What a thread of the pool runs, as text: a file of its own would need to be found by every bundler, and text does not.
 * It takes shards of a job while there are any, then sleeps until the next job. `CONTROL` says where things stand.
 */
export const workerSource = (names: readonly string[], control: Readonly<Record<string, number>>, spins: number) => `
const begin = ({ module, memory, control, thread, bits }) => {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const calls = ${JSON.stringify(names)}.map((name) => exports[name + bits]);
  const at = ${JSON.stringify(control)};
  let seen = 0;
  for (;;) {
    for (let k = 0; k < ${spins} && Atomics.load(control, at.job) === seen; k++);
    Atomics.wait(control, at.job, seen);
    seen = Atomics.load(control, at.job);
    if (seen < 0) return;
    for (let left; (left = Atomics.sub(control, at.left, 1)) > 0; ) {
      const shard = control[at.shards] - left;
      const from = Math.floor((control[at.chunks] * shard) / control[at.shards]);
      const to = Math.floor((control[at.chunks] * (shard + 1)) / control[at.shards]);
      const results = control[at.results] + shard * control[at.resultBytes];
      try {
        calls[control[at.call]](control[at.program], control[at.frames + thread], from, to, results);
      } catch {
        Atomics.store(control, at.failed, 1);
      }
      Atomics.add(control, at.done, 1);
      Atomics.notify(control, at.done);
    }
  }
};
if (typeof require === 'function') begin(require('node:worker_threads').workerData);
else onmessage = ({ data }) => { begin(data); close(); };
`;

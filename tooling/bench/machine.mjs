import { availableParallelism, cpus } from 'node:os';

/** Where and when the benches ran. */
export const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
  date: new Date().toISOString().slice(0, 10),
});

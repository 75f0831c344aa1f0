import { reference, type Simulator, type SimulatorOptions, simulator } from '@hqnn/sim';

interface Row {
  readonly name: string;
  readonly make: () => Simulator;
  /** How far its numbers may be from the reference's. */
  readonly tolerance: number;
}

const TOLERANCES = { single: 5e-6, double: 1e-12 } as const;

const fast = (options: SimulatorOptions & { readonly precision: keyof typeof TOLERANCES }): Row => ({
  name: `${options.precision} precision, ${options.threads} thread${options.threads === 1 ? '' : 's'}${options.fuse === false ? ', gate by gate' : ''}`,
  make: () => simulator(options),
  tolerance: TOLERANCES[options.precision],
});

/** The simulators that must keep their contract, each on every host that may run one. */
export const SIMULATORS: readonly Row[] = [
  { name: 'the reference', make: reference, tolerance: 1e-12 },
  fast({ precision: 'single', threads: 1 }),
  fast({ precision: 'single', threads: 2 }),
  fast({ precision: 'single', threads: 1, fuse: false }),
  fast({ precision: 'double', threads: 1 }),
  fast({ precision: 'double', threads: 2 }),
  fast({ precision: 'double', threads: 1, fuse: false }),
];

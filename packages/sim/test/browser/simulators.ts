import { reference, type Simulator } from '@hqnn/sim';

interface Row {
  readonly name: string;
  readonly make: () => Simulator;
  /** How far its numbers may be from the reference's. */
  readonly tolerance: number;
}

/** The simulators that must keep their contract in a browser, each in every place where a page may run one. */
export const SIMULATORS: readonly Row[] = [{ name: 'the reference', make: reference, tolerance: 1e-12 }];

import { reference, type Simulator, simulator } from '../packages/sim/src/index.ts';

interface Row {
  readonly name: string;
  readonly simulator: Simulator;
  /** How far its numbers may be from the exact ones. */
  readonly tolerance: number;
}

/** What laws and oracles are tried on. */
export const SIMULATORS: readonly Row[] = [
  { name: 'the reference', simulator: reference(), tolerance: 1e-12 },
  { name: 'the fast one in double precision', simulator: simulator({ precision: 'double' }), tolerance: 1e-12 },
  { name: 'the fast one in single precision', simulator: simulator({ precision: 'single' }), tolerance: 5e-6 },
];

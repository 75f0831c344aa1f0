import type { Channel } from './channel.ts';
import type { ReadoutError } from './readout-error.ts';

/** Where channels act: plain data. */
export interface Noise {
  /** Behind each instruction on one qubit, on that qubit, the first channel first; none if absent. */
  readonly single?: readonly Channel[];
  /** Behind each instruction on more qubits, on each of its targets and controls; none if absent. */
  readonly multi?: readonly Channel[];
  /** How measured bits are misread, those of all qubits alike or one error for each qubit; not at all if absent. */
  readonly readout?: ReadoutError | readonly ReadoutError[];
}

/** Throws, before anything is run, unless it is noise: lists of channels under names that are known. */
export function checkNoise({ single = [], multi = [], readout = [], ...more }: Noise): void {
  const [other] = Object.keys(more);
  if (other !== undefined)
    throw new Error(`noisy was given ${other}. It takes single, multi, readout, trajectories and seed.`);
  for (const [name, channels] of Object.entries({ single, multi }))
    if (!(Array.isArray(channels) && channels.every((channel) => typeof channel?.kind === 'string')))
      throw new Error(
        `noisy takes a list of channels as ${name}, such as [depolarizing(0.01)], but was given another.`,
      );
  const errors: readonly ReadoutError[] = Array.isArray(readout) ? readout : [readout];
  if (!errors.every(({ zeroAsOne, oneAsZero }) => Number.isFinite(zeroAsOne) && Number.isFinite(oneAsZero)))
    throw new Error('noisy takes a readout error as readout, or a list of one for each qubit: readoutError(0.02).');
}

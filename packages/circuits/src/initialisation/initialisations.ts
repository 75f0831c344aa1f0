import { known } from '../known.ts';
import { beta, type Draw, normal } from './distributions.ts';

/** What a method may be told; each takes those that it names. */
export interface Shape {
  readonly low?: number;
  readonly high?: number;
  readonly deviation?: number;
  readonly width?: number;
  readonly alpha?: number;
  readonly beta?: number;
}

/** Where a weight starts, and whether weights of ops that undo each other start equal. */
export interface Start {
  readonly start: (shape: Shape, next: Draw) => number;
  readonly tied?: true;
}

const between = ({ low = -Math.PI, high = Math.PI }: Shape, next: Draw) => low + (high - low) * next();

/** Every way to start that has a name. */
export const INITIALISATIONS = {
  /** From low to high, −π to π if absent. */
  uniform: { start: between },
  /** N(0, deviation²), the deviation 1 if absent. */
  normal: { start: ({ deviation = 1 }, next) => deviation * normal(next) },
  /** From −width to width, 0.1 if absent: near the identity, where gates turn by angles alone. */
  'small-angle': { start: ({ width = 0.1 }, next) => width * (2 * next() - 1) },
  /** As uniform, but what is undone later starts so that it is: Grant and others, Quantum 3, 214 (2019). */
  'identity-blocks': { start: between, tied: true },
  /**
   * low + (high − low)·Beta(alpha, beta), 0 to 2π and both 2 if absent: Kulshrestha and Safro, BEINIT, IEEE QCE 2022,
   * who estimate alpha and beta from the data.
   */
  beta: {
    start: ({ low = 0, high = 2 * Math.PI, alpha = 2, beta: b = 2 }, next) => low + (high - low) * beta(alpha, b, next),
  },
} satisfies Record<string, Start>;

export type Initialisation = keyof typeof INITIALISATIONS;

/** Throws unless these are numbers to draw by. */
export function checkShape(shape: Shape): void {
  for (const [name, value] of Object.entries<number | undefined>({ ...shape })) {
    const { least, rule } = known(RULES, name as keyof Shape, 'option');
    if (value !== undefined && !(Number.isFinite(value) && value >= least))
      throw new Error(`initialWeights was given the ${name} ${value}. It is a ${rule}.`);
  }
  const { low, high } = shape;
  if (low !== undefined && high !== undefined && low > high)
    throw new Error(`initialWeights was given low ${low} and high ${high}. Low is not above high.`);
}

const any = { least: -Infinity, rule: 'finite number' };
const spread = { least: 0, rule: 'finite number from 0' };
const exponent = { least: Number.MIN_VALUE, rule: 'finite number above 0' };

const RULES = { low: any, high: any, deviation: spread, width: spread, alpha: exponent, beta: exponent };

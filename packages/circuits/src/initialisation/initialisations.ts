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
  /** What it may be told, and what it is if it is not told. */
  readonly shape: Shape;
  readonly start: (shape: Required<Shape>, next: Draw) => number;
  readonly tied?: true;
}

const TURN = { low: -Math.PI, high: Math.PI };

const between = ({ low, high }: Required<Shape>, next: Draw) => low + (high - low) * next();

/** Every way to start that has a name. */
export const INITIALISATIONS = {
  /** From low to high. */
  uniform: { shape: TURN, start: between },
  /** N(0, deviation²) */
  normal: { shape: { deviation: 1 }, start: ({ deviation }, next) => deviation * normal(next) },
  /** From −width to width: near the identity, where gates turn by angles alone. */
  'small-angle': { shape: { width: 0.1 }, start: ({ width }, next) => width * (2 * next() - 1) },
  /** As uniform, but what is undone later starts so that it is: Grant and others, Quantum 3, 214 (2019). */
  'identity-blocks': { shape: TURN, start: between, tied: true },
  /**
   * low + (high − low)·Beta(alpha, beta): Kulshrestha and Safro, BEINIT, IEEE QCE 2022, who estimate alpha and beta from
   * the data.
   */
  beta: {
    shape: { low: 0, high: 2 * Math.PI, alpha: 2, beta: 2 },
    start: ({ low, high, alpha, beta: b }, next) => low + (high - low) * beta(alpha, b, next),
  },
} satisfies Record<string, Start>;

export type InitialisationName = keyof typeof INITIALISATIONS;

/** The shape that a method draws by, what it was not told as it is without: throws unless these are numbers to draw by. */
export function shapeOf(method: string, known: Shape, told: Shape): Required<Shape> {
  for (const [name, value] of Object.entries<number | undefined>({ ...told })) {
    if (!(name in known))
      throw new Error(
        `initialWeights by ${method} was given ${name}. It takes ${Object.keys(known).join(', ')}, seed and scale.`,
      );
    const { least, rule } = RULES[name as keyof Shape];
    if (value !== undefined && !(Number.isFinite(value) && value >= least))
      throw new Error(`initialWeights was given the ${name} ${value}. It is a ${rule}.`);
  }
  const shape = { ...REST, ...known, ...withoutUndefined(told) };
  if (!(shape.low <= shape.high && Number.isFinite(shape.high - shape.low)))
    throw new Error(
      `initialWeights was given low ${shape.low} and high ${shape.high}. Low is not above high, and the numbers between are finite.`,
    );
  return shape;
}

const withoutUndefined = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));

/** What no method reads that does not name it. */
const REST: Required<Shape> = { low: 0, high: 0, deviation: 0, width: 0, alpha: 1, beta: 1 };

const any = { least: -Infinity, rule: 'finite number' };
const spread = { least: 0, rule: 'finite number from 0' };
/** Below this, a variate is 0 or 1 in every digit. */
const exponent = { least: 1e-3, rule: 'finite number from 0.001' };

const RULES: Readonly<Record<keyof Shape, { readonly least: number; readonly rule: string }>> = {
  low: any,
  high: any,
  deviation: spread,
  width: spread,
  alpha: exponent,
  beta: exponent,
};

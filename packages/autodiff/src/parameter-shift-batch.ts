import { checkCotangents, type Program, rowsIn, uniform, type Wanted } from '@hqnn/sim';
import { checkNoOthers, checkOption, checkWhole } from './check-option.ts';
import type { GradientMethod } from './method.ts';
import { contracted, shiftTermsOf } from './parameter-shift.ts';
import type { ShiftTerm } from './shift-terms.ts';

/** How parameters are drawn. */
export interface ParameterShiftBatchOptions {
  /** The share of the weights that a call differentiates, above 0 and up to 1: ½ if absent. At least one is. */
  readonly share?: number;
  /** Decides which: a whole number from 0. */
  readonly seed?: number;
}

/**
 * Parameter shift in a random part of the weights, each call another: a slope that was drawn is divided by the
 * probability that it is, and the others are 0 in that call, so that the mean over calls is the gradient. What features
 * need is executed whatever is drawn, and weights that it tells of take no part in the draw. Sweke, Wilde, Meyer, Schuld,
 * Fährmann, Meynard-Piganeau, Eisert, Quantum 4, 314 (2020), on such doubly stochastic gradients.
 */
export function parameterShiftBatch({
  share = 0.5,
  seed = 0,
  ...more
}: ParameterShiftBatchOptions = {}): GradientMethod {
  checkNoOthers('parameterShiftBatch', { share, seed }, more);
  checkOption('parameterShiftBatch', { share }, share > 0 && share <= 1, 'a number above 0 and up to 1');
  checkWhole('parameterShiftBatch', { seed }, 0);
  let calls = 0;
  const drawnOf = (candidates: number) => Math.min(candidates, Math.max(1, Math.round(share * candidates)));
  return {
    name: 'parameter-shift-batch',
    options: { share, seed },
    executions: (program, wanted) => {
      const { always, candidates, drawable } = lots(program, wanted);
      return always.length + (drawable.length * drawnOf(candidates.length)) / Math.max(1, candidates.length);
    },
    pullBack: (simulator, program, features, weights, cotangents, wanted) => {
      checkCotangents(program, rowsIn(program, features), cotangents);
      const { always, candidates, drawable } = lots(program, wanted);
      const drawn = drawnFrom(candidates, drawnOf(candidates.length), uniform(seed, calls++));
      const terms = [...always, ...drawable.filter((term) => drawn.has(weightOf(program, term)))];
      const values = simulator.runShifted(program, features, weights, terms);
      const slopes = contracted(program, features, weights, terms, values, cotangents, wanted);
      for (const weight of candidates) slopes.weights[weight] *= drawn.has(weight) ? candidates.length / drawn.size : 0;
      return slopes;
    },
  };
}

/** The terms that are executed whatever is drawn, the weights that are drawn from, and the terms that these alone need. */
function lots(program: Program, wanted: Wanted) {
  const terms = shiftTermsOf(program, wanted);
  const forFeatures = ({ slot }: ShiftTerm) => {
    const angle = program.slots[slot];
    return wanted.features && typeof angle !== 'number' && angle.feature !== undefined;
  };
  const drawable = terms.filter((term) => !forFeatures(term));
  const candidates = [...new Set(drawable.map((term) => weightOf(program, term)))];
  return { always: terms.filter(forFeatures), candidates, drawable };
}

const weightOf = ({ slots }: Program, { slot }: ShiftTerm): number => {
  const angle = slots[slot];
  return typeof angle === 'number' ? -1 : (angle.weight ?? -1);
};

/** So many of them, each as likely as another: the first places of a shuffle. */
function drawnFrom(candidates: readonly number[], count: number, draw: () => number): ReadonlySet<number> {
  const rest = [...candidates];
  for (let k = 0; k < count; k++) {
    const other = k + Math.floor(draw() * (rest.length - k));
    [rest[k], rest[other]] = [rest[other], rest[k]];
  }
  return new Set(rest.slice(0, count));
}

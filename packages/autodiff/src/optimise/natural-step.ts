import { checkOption } from '../check-option.ts';
import { type NaturalOptions, naturalOptions } from '../metric/natural-gradient.ts';

/** A step of the natural gradient: how far it goes, by which metric, and how carefully. */
export interface NaturalStep extends NaturalOptions {
  /** η, above 0: 0.05 if absent. As the metric of an angle is at most ¼, it goes at least four times as far as η∇ would. */
  readonly rate?: number;
}

/** The step with all that was left out; `more` is what else its options hold. Throws where one of them is none. */
export function naturalStep(
  who: string,
  { rate = 0.05, ...options }: NaturalStep,
  more: object,
): Required<NaturalStep> {
  const natural = naturalOptions(who, options, { rate, ...more });
  checkOption(who, { rate }, rate > 0 && Number.isFinite(rate), 'a number above 0');
  return { rate, ...natural };
}

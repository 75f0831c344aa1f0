import { checkOption } from '../check-option.ts';
import { type NaturalOptions, naturalOptions } from '../metric/natural-gradient.ts';

/** A step of the natural gradient: how far it goes, by which metric, and how carefully. */
export interface NaturalStep extends NaturalOptions {
  /**
   * η, above 0: 0.05 if absent. For one rotation by a weight of its own, whose metric is at most ¼, the step goes about
   * four times as far as η∇ would, or farther; less far for shared weights and scaled angles.
   */
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

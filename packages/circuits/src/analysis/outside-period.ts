import { frequenciesOf } from '@hqnn/sim';
import { type Linear, written } from '../angle.ts';
import type { Params } from '../bind.ts';
import { checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { compile } from '../compile.ts';
import type { RotationOp } from '../op.ts';
import { linearOf } from '../op-parts.ts';
import { GIVEN } from '../tolerance.ts';
import type { Finding } from './finding.ts';
import { writtenOp } from './written-op.ts';

/** The lowest and the highest value of a feature. */
export type FeatureRange = readonly [low: number, high: number];

/** What the lint knows besides the circuit and what is measured. */
export interface LintOptions {
  /** Where the features lie: of all, or of each. Without it only fixed angles are compared with their periods. */
  readonly ranges?: FeatureRange | readonly FeatureRange[];
  /** Numbers for the weights that multiply features. Without them an angle with a weight is not looked at. */
  readonly params?: Params;
}

/** Fixed angles of more than a period, and angles by features whose range is wider than one. */
export function outsidePeriod(circuit: Circuit, { ranges, params = {}, ...more }: LintOptions): readonly Finding[] {
  checkNoMore('lint', more);
  const names = compile(circuit).vectors.map(({ name }) => name);
  const unknown = Object.keys(params).find((name) => name !== 'x' && !names.includes(name));
  if (unknown !== undefined)
    throw new Error(
      `lint was given params for ${unknown}, but the circuit depends on ${names.join(', ') || 'no weights'}.`,
    );
  return circuit.ops.flatMap((op, k): readonly Finding[] => {
    if (!('angle' in op)) return [];
    const period = periodOf(op);
    const message =
      typeof op.angle === 'number' ? fixed(op, op.angle, period) : wide(op, op.angle, period, ranges, params);
    const feature = linearOf(op)?.feature;
    if (message === undefined) return [];
    return [{ rule: 'outside-period', ops: [k], ...(feature === undefined ? {} : { feature }), message }];
  });
}

function fixed(op: RotationOp, angle: number, period: number): string | undefined {
  if (Math.abs(angle) <= period) return undefined;
  const within = writtenOp({ ...op, angle: angle % period });
  return `${writtenOp(op)} turns by more than its period, ${written(period)}. All expectation values are those of ${within}.`;
}

function wide(
  op: RotationOp,
  angle: Linear,
  period: number,
  ranges: LintOptions['ranges'],
  params: Params,
): string | undefined {
  const { feature, weight, scale } = angle;
  if (feature === undefined || !ranges) return undefined;
  const [low, high] = rangeOf(ranges, feature);
  const factor = weight ? params[weight.name]?.[weight.index] : 1;
  if (factor === undefined) return undefined;
  if (!Number.isFinite(factor))
    throw new Error(`lint was given ${factor} in ${weight?.name}. Weights are finite numbers.`);
  const span = Math.abs(scale * factor) * (high - low);
  if (span <= period) return undefined;
  return (
    `${writtenOp(op)} turns by ${written(span)} in all while ${written({ scale: 1, feature, offset: 0 })} goes from ${written(low)} to ${written(high)}, more than its period, ` +
    `${written(period)}: by itself it encodes different values alike. Scale it to ${written(period / span)} of that.`
  );
}

function rangeOf(ranges: FeatureRange | readonly FeatureRange[], feature: number): FeatureRange {
  const range = isOne(ranges) ? ranges : ranges[feature];
  if (!(range?.length === 2 && range.every(Number.isFinite) && range[0] <= range[1]))
    throw new Error(
      `lint was given the range (${range}) for x[${feature}]. A range is a lowest and a highest finite number.`,
    );
  return range;
}

const isOne = (ranges: FeatureRange | readonly FeatureRange[]): ranges is FeatureRange => typeof ranges[0] === 'number';

/** The least angle after which all expectation values are the same again; without end where there is none. */
function periodOf({ gate: { phase }, controls }: RotationOp): number {
  const [slowest, ...others] = frequenciesOf({ phase, controls: controls.length });
  const whole = others.every((frequency) => Math.abs(frequency / slowest - Math.round(frequency / slowest)) < GIVEN);
  return whole ? (2 * Math.PI) / slowest : Infinity;
}

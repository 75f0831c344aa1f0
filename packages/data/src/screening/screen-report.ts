import type { Dataset, Transform } from '../dataset.ts';
import { compact } from './compact.ts';
import type { Finding } from './finding.ts';
import { STATISTICS } from './relevance.ts';
import { METHODS, type Screened, screened, summary } from './screened.ts';

export interface ScreenReportOptions {
  /** Rows and columns of the images that enter the transform, which name the features. */
  readonly shape?: NonNullable<Dataset['shape']>;
}

/**
 * What the last screen of a transform decided of each feature and why, as a table of at most 80 columns: the greatest
 * score first, features without a score last.
 */
export function screenReport(transform: Transform, { shape }: ScreenReportOptions = {}): string {
  const found = screened(transform, shape);
  const { report, names, statistic } = found;
  const order = [...report.keys()].sort((a, b) => (report[b].score ?? -1) - (report[a].score ?? -1));
  const columns = [
    ['feature', ...order.map((feature) => shortened(names[feature]))],
    [STATISTICS[statistic].score, ...order.map((feature) => figure(report[feature].score))],
    ['p', ...order.map((feature) => probability(report[feature].p))],
    ['gain', ...order.map((feature) => figure(report[feature].gain))],
    ['verdict', ...order.map((feature) => verdictOf(report[feature], names))],
  ].filter(([head, ...cells]) => head === 'verdict' || cells.some((cell) => cell !== NONE));
  const widths = columns.map((column) => Math.max(...column.map((cell) => cell.length)));
  const rows = columns[0].map((_, row) =>
    columns
      .map((column, k) =>
        k === 0 || k === columns.length - 1 ? column[row].padEnd(widths[k]) : column[row].padStart(widths[k]),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...heading(found), '', ...rows].join('\n');
}

const NONE = '–';

function heading(found: Screened): readonly string[] {
  const { redundancy, uncorrelated, report } = found;
  const counts = VERDICTS.map((verdict) => ({ verdict, of: report.filter((one) => one.verdict === verdict).length }));
  const dropped = counts.filter(({ of }) => of > 0).map(({ verdict, of }) => `${of} ${verdict}`);
  const threshold = relevant(found);
  return [
    `${summary(found).join(' ')}.`,
    ...(dropped.length > 0 ? [`Dropped: ${dropped.join(', ')}.`] : []),
    ...(threshold ? [`Relevant: ${threshold}.`] : []),
    ...(uncorrelated ? [`No two features correlate, so ${METHODS[redundancy]} had nothing to pass over.`] : []),
  ];
}

const VERDICTS = ['constant', 'irrelevant', 'outranked', 'redundant'] as const;

/** From which threshold a feature counts; that of distances differs where classes differ in size. */
function relevant({ statistic, report }: Screened): string | undefined {
  const thresholds = report.flatMap(({ threshold }) => threshold ?? []);
  if (thresholds.length === 0) return undefined;
  const [least, greatest] = [Math.min(...thresholds), Math.max(...thresholds)].map(compact);
  if (report.some(({ p }) => p !== null)) return `p ≤ ${least}, 0.05 over ${thresholds.length} tests`;
  return `${STATISTICS[statistic].score} ≥ ${least === greatest ? least : `${least} to ${greatest}, by the sizes of the classes`}`;
}

const LONGEST = 13;

const shortened = (name: string) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

const figure = (value: number | null) => (value === null ? NONE : compact(value));

const probability = (p: number | null) => {
  if (p === null) return NONE;
  return p < 1e-99 ? '< 1e-99' : p < 1e-3 ? p.toExponential(0) : p.toFixed(3);
};

const verdictOf = ({ verdict, doubles }: Finding, names: readonly string[]) =>
  doubles ? `${verdict}: ${shortened(names[doubles.feature])} (r ${doubles.correlation.toFixed(2)})` : verdict;

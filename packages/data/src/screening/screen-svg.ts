import type { Transform } from '../dataset.ts';
import { compact } from './compact.ts';
import type { Finding } from './finding.ts';
import { STATISTICS } from './relevance.ts';
import type { ScreenReportOptions } from './screen-report.ts';
import { type Screened, screened, summary } from './screened.ts';

type Verdict = Finding['verdict'];

/**
 * What the last screen of a transform decided, as one <svg> that needs nothing else: the image that was screened, each
 * cell as dark as its score is great, those kept framed. Features that are no image stand in order, 16 to a row. It takes
 * the colour of the text around it; as a file it is light where the reader prefers dark.
 */
export function screenSvg(transform: Transform, { shape }: ScreenReportOptions = {}): string {
  const found = screened(transform, shape);
  const [kept, by] = summary(found);
  const [rows, columns] = gridOf(found);
  const size = Math.max(10, Math.min(40, Math.floor(400 / columns)));
  const greatest = found.report.reduce((most, { score }) => Math.max(most, score ?? 0), 0);
  const cells = found.report.map((finding, k) => {
    const at = { x: MARGIN + (k % columns) * size, y: TOP + Math.floor(k / columns) * size };
    const shade = greatest > 0 ? (finding.score ?? 0) / greatest : 0;
    return `<g><title>${escaped(told(finding, found, k))}</title>${cell(at, size - 2, shade, finding.verdict)}</g>`;
  });
  const legend = legendOf(found, greatest, TOP + rows * size + 18);
  const width = Math.max(MARGIN + columns * size, LEAST_WIDTH) + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="hqnn-screen" role="img" aria-label="${escaped(`${kept} ${by}`)}" viewBox="0 0 ${width} ${legend.bottom}" width="${width}" height="${legend.bottom}" font-family="system-ui, sans-serif" font-size="13" fill="currentColor">`,
    // The drawing is :root only where it is no part of a page, whose own colour it would take there.
    '<style>.hqnn-screen:root { color-scheme: light dark } @media (prefers-color-scheme: dark) { .hqnn-screen:root { color: #e4e4e7 } }</style>',
    `<text x="${MARGIN}" y="24" font-weight="600">${escaped(kept)}</text>`,
    `<text x="${MARGIN}" y="43">${escaped(by)}</text>`,
    ...cells,
    ...legend.items,
    '</svg>',
  ].join('\n');
}

const MARGIN = 12;
const TOP = 58;
const LEAST_WIDTH = 460;
const SHADE = '#3b82f6';
const FRAME = '#f59e0b';

const gridOf = ({ shape, report }: Screened): readonly [rows: number, columns: number] =>
  shape ?? [Math.ceil(report.length / 16), Math.min(16, report.length)];

/** A square with the mark of its verdict. */
function cell(
  { x, y }: { readonly x: number; readonly y: number },
  side: number,
  shade: number,
  verdict: Verdict,
): string {
  const opacity = (0.06 + 0.84 * shade).toFixed(3);
  return `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="2" fill="${SHADE}" fill-opacity="${opacity}"/>${MARKS[verdict](x, y, side)}`;
}

const MARKS: Readonly<Record<Verdict, (x: number, y: number, side: number) => string>> = {
  kept: (x, y, side) =>
    `<rect x="${x + 1}" y="${y + 1}" width="${side - 2}" height="${side - 2}" rx="2" fill="none" stroke="${FRAME}" stroke-width="${Math.min(2.5, side / 8)}"/>`,
  redundant: (x, y, side) =>
    `<rect x="${x + 1}" y="${y + 1}" width="${side - 2}" height="${side - 2}" rx="2" fill="none" stroke="currentColor" stroke-dasharray="3 3"/>`,
  outranked: () => '',
  irrelevant: (x, y, side) => `<circle cx="${x + side / 2}" cy="${y + side / 2}" r="${side / 10}" fill-opacity="0.6"/>`,
  constant: (x, y, side) =>
    `<path d="M${x + side / 3} ${y + side / 3}l${side / 3} ${side / 3}m0 ${-side / 3}l${-side / 3} ${side / 3}" stroke="currentColor" stroke-opacity="0.6"/>`,
};

const told = ({ verdict, score, p, doubles }: Finding, { names, statistic }: Screened, feature: number): string =>
  [
    `${names[feature]}: ${verdict}`,
    ...(score === null ? [] : [`${STATISTICS[statistic].score} ${compact(score)}`]),
    ...(p === null ? [] : [`p ${p.toPrecision(2)}`]),
    ...(doubles ? [`doubles ${names[doubles.feature]}, r ${doubles.correlation.toFixed(2)}`] : []),
  ].join(', ');

/** The marks that occur, and the scale of the shades. */
function legendOf({ report, statistic }: Screened, greatest: number, top: number) {
  const verdicts = (Object.keys(MARKS) as Verdict[]).filter((verdict) => report.some((one) => one.verdict === verdict));
  const marks = verdicts.map((verdict, k) => {
    const x = MARGIN + 7 * verdicts.slice(0, k).join('').length + k * 32;
    const shade = verdict === 'irrelevant' || verdict === 'constant' ? 0 : 0.3;
    return `<g>${cell({ x, y: top }, 16, shade, verdict)}<text x="${x + 22}" y="${top + 13}">${verdict}</text></g>`;
  });
  const steps = [0, 0.25, 0.5, 0.75, 1].map((shade, k) =>
    cell({ x: MARGIN + k * 18, y: top + 28 }, 16, shade, 'outranked'),
  );
  const scale = `<text x="${MARGIN + 98}" y="${top + 41}">${STATISTICS[statistic].score} from 0 to ${compact(greatest)}</text>`;
  return { items: [...marks, ...steps, scale], bottom: top + 56 };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

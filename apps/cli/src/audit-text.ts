import type { Audit } from '@hqnn/data';
import { percent, table } from './output.ts';

/** What was audited. */
export interface Audited {
  readonly source: string;
  readonly digits: readonly number[];
  readonly preset: string;
  readonly features: number;
  readonly seed: number;
}

/** An audit for people, what calls for a decision last. */
export function auditText(found: Audit, audited: Audited): string {
  return [
    table(about(found, audited)),
    table(samples(found, audited)),
    table(duplicates(found)),
    `${table(steps(found))}\n${LEGEND}`,
    table(features(found)),
    warnings(found),
  ].join('\n\n');
}

/** What the cells of `steps` say. */
const LEGEND = 'seen: equal to a training image; ≤: what no classifier exceeds, as equal images have different labels';

const about = ({ representation, duplicates }: Audit, { source, digits, preset, features, seed }: Audited) => [
  ['data', `${source}, digits ${digits.join(', ')}, split by seed ${seed}`],
  ['steps', `of preset ${preset}, to ${features} features${restored(representation.explained)}`],
  ...representation.screens.map(({ kept, of, explained }) => [
    'screen',
    `kept ${kept} of ${of} features${restored(explained)}`,
  ]),
  ['trained on', trainedOn(representation.samples)],
  ['near', `images up to ${duplicates.radius.toFixed(3)} apart (Euclidean distance of their pixels)`],
];

const restored = (explained: number | null) =>
  explained === null ? '' : `, which restore ${percent(explained)} of the variance`;

function trainedOn({ all, kept, shift, distance, feature }: Audit['representation']['samples']): string {
  if (distance === 0 && shift === 0) return `all ${all} training images`;
  return `${kept} images for ${all}, classes shifted by ${percent(shift)}, ${feature} most, by a KS distance of ${distance.toFixed(3)}`;
}

const samples = ({ balance }: Audit, { digits }: Audited) => [
  ['images', ...balance.map(({ part }) => part)],
  ...digits.map((digit, k) => [
    `of ${digit}`,
    ...balance.map(({ classes }) => `${classes.find(({ label }) => label === k)?.samples ?? 0}`),
  ]),
  ['in all', ...balance.map(({ samples }) => `${samples}`)],
  ['blank', ...balance.map(({ blank }) => `${blank}`)],
];

const duplicates = ({ duplicates: { repeats } }: Audit) => [
  ['images of', 'as in', 'equal', 'other label', 'near', 'other label'],
  ...repeats.map(({ part, of, equal, near }) => [
    part,
    part === of ? 'itself' : of,
    ...[equal, near].flatMap(({ samples, otherLabel }) => [`${samples}`, `${otherLabel}`]),
  ]),
];

/** Of each part how many different images are left, how many equal one of training, and the ceiling below 1. */
const steps = ({ steps }: Audit) => [
  ['different', 'numbers', ...steps[0].parts.map(({ part }) => part)],
  ...steps.map(({ step, width, parts }) => [
    step === null ? 'at first' : `after ${step}`,
    `${width}`,
    ...parts.map(({ patterns, seen, ceiling }) =>
      [`${patterns}`, ...(seen ? [`${seen} seen`] : []), ...(ceiling < 1 ? [`≤ ${limit(ceiling)}`] : [])].join(', '),
    ),
  ]),
];

/** So many digits that it is seen to be below 1. */
const limit = (ceiling: number) => `${(100 * ceiling).toFixed(4)} %`;

/** Of each part the worst feature in each respect. */
const features = ({ distribution, drift }: Audit) => [
  ['features of', 'drift', 'KS distance', 'clipped', 'outside [−π, π]', 'skew'],
  ...distribution.map(({ part, features }) => {
    const drifted = drift.find((one) => one.part === part);
    return [
      part,
      drifted ? `${drifted.drifted} of ${features.length}` : '–',
      drifted
        ? greatest(
            drifted.features,
            ({ distance }) => distance,
            (distance) => distance.toFixed(3),
          )
        : '–',
      greatest(features, ({ clipped }) => clipped ?? 0, percent),
      greatest(features, ({ outside }) => outside, percent),
      greatest(
        features,
        ({ skew }) => Math.abs(skew),
        (skew) => skew.toFixed(2),
      ),
    ];
  }),
];

/** The greatest figure, and the feature that has it. */
function greatest<Feature extends { readonly name: string }>(
  features: readonly Feature[],
  figure: (feature: Feature) => number,
  shown: (figure: number) => string,
): string {
  const most = features.reduce((best, feature) => (figure(feature) > figure(best) ? feature : best));
  return figure(most) === 0 ? '0' : `${shown(figure(most))} (${most.name})`;
}

const warnings = ({ warnings }: Audit) =>
  warnings.length === 0 ? 'Nothing calls for a decision.' : warnings.map((warning) => `! ${warning}`).join('\n');

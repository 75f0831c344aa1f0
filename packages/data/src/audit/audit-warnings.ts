import { ksCritical } from '../screening/ks-distance.ts';
import type { Audit } from './audit.ts';
import type { Alike, Repeats } from './duplicates.ts';

/** What of an audit calls for a decision, a sentence each. */
export const auditWarnings = (audit: Omit<Audit, 'schema' | 'warnings'>): readonly string[] => [
  ...audit.balance.flatMap(ofBalance),
  ...audit.duplicates.repeats.flatMap(ofRepeats),
  ...(audit.duplicates.complete
    ? []
    : ['So many samples are near each other that the search was ended early: the counts of near samples are too low.']),
  ...ofCeiling(audit),
  ...audit.drift.flatMap(ofDrift),
  ...ofSamples(audit.representation),
  ...audit.distribution.flatMap(({ part, warnings }) => warnings.map((warning) => `In the ${part} part: ${warning}`)),
];

/** How many times as frequent one class is as another before it is worth saying. */
const UNEVEN = 2;

function ofBalance({ part, classes, blank, majority }: Audit['balance'][number]): readonly string[] {
  const counts = classes.map(({ samples }) => samples);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return [
    ...(most > UNEVEN * least
      ? [
          `The ${part} part has ${most} samples of one class and ${least} of another: ` +
            `to say the first of all is right for ${percent(majority)}.`,
        ]
      : []),
    ...(blank > 0 ? [`The ${part} part has ${counted(blank)} of which no quantum state can be made.`] : []),
  ];
}

function ofRepeats({ part, of, equal, near }: Repeats): readonly string[] {
  const own = part === of;
  const labelled = ({ otherLabel }: Alike) => (otherLabel > 0 ? `, ${otherLabel} of them under another label` : '');
  const whose = own ? 'within itself' : `of samples of the ${of} part`;
  return [
    ...(equal.samples > 0
      ? [
          own
            ? `The ${part} part has ${counted(equal.samples)} that occur more than once${labelled(equal)}.`
            : `The ${part} part has ${counted(equal.samples, 'duplicate')} ${whose}${labelled(equal)}: ` +
              'what is measured on it flatters the model.',
        ]
      : []),
    ...(near.samples > 0
      ? [`The ${part} part has ${counted(near.samples, 'near duplicate')} ${whose}${labelled(near)}.`]
      : []),
  ];
}

/** Of the first step after which the ceiling is as low as at the end. */
function ofCeiling({ steps }: Pick<Audit, 'steps'>): readonly string[] {
  return steps[0].parts.flatMap(({ part }, k) => {
    const { ceiling } = steps[steps.length - 1].parts[k];
    if (ceiling === 1) return [];
    const { step } = steps.find((loss) => loss.parts[k].ceiling === ceiling) ?? steps[0];
    return [
      `${step === null ? 'As the data are' : `After ${step}`}, equal samples of the ${part} part have different labels: ` +
        `no classifier is right for more than ${percent(ceiling, 4)} of it.`,
    ];
  });
}

function ofDrift({ part, drifted, features }: Audit['drift'][number]): readonly string[] {
  if (drifted === 0) return [];
  const worst = features.reduce((most, feature) => (feature.p < most.p ? feature : most));
  return [
    `Between the train and the ${part} part ${drifted} of ${features.length} features differ in distribution, ` +
      `most ${worst.name}, at a distance of ${worst.distance.toFixed(3)}.`,
  ];
}

function ofSamples({ samples: { all, kept, distance, feature } }: Audit['representation']): readonly string[] {
  return distance > ksCritical(all, kept)
    ? [
        `The ${kept} samples that are trained on do not represent all ${all}: the distributions of ${feature} ` +
          `are ${distance.toFixed(3)} apart.`,
      ]
    : [];
}

const counted = (count: number, what = 'sample') => `${count} ${what}${count === 1 ? '' : 's'}`;

const percent = (share: number, digits = 2) => `${(100 * share).toFixed(digits)} %`;

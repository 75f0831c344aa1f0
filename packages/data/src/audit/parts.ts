import { checkDataset, type Dataset } from '../dataset.ts';

/** The parts of a set of samples by their names, such as those of a split; `train` is what a model learns from. */
export interface AuditParts {
  readonly train: Dataset;
  readonly [part: string]: Dataset;
}

/** An error unless each part has samples of finite numbers, as many as the training samples have. */
export function checkParts(parts: AuditParts): void {
  for (const [part, data] of namedParts(parts)) {
    try {
      checkDataset(data);
    } catch (error) {
      throw new Error(`The ${part} part cannot be audited. ${(error as Error).message}`, { cause: error });
    }
    if (data.labels.length === 0) throw new Error(`The ${part} part has no samples. Leave it out of the audit.`);
    if (data.width !== parts.train.width)
      throw new Error(
        `The samples of the ${part} part have ${data.width} numbers, but those of the train part ${parts.train.width}. ` +
          'Give the parts as they are before the first step; the audit prepares them all alike.',
      );
  }
}

/** A part with its name. */
export type NamedPart = readonly [part: string, data: Dataset];

/** The parts in their order, but `train` first. */
export const namedParts = (parts: AuditParts): readonly NamedPart[] => [['train', parts.train], ...otherParts(parts)];

/** The parts but `train`. */
export const otherParts = (parts: AuditParts): readonly NamedPart[] =>
  Object.entries(parts).filter(([part]) => part !== 'train');

/** The samples of one set after those of another, in a new one. */
export function concatenated(sets: readonly Dataset[]): Dataset {
  const samples = sets.reduce((sum, { labels }) => sum + labels.length, 0);
  const width = sets[0].width;
  const [features, labels] = [new Float32Array(samples * width), new Uint8Array(samples)];
  let start = 0;
  for (const set of sets) {
    features.set(set.features, start * width);
    labels.set(set.labels, start);
    start += set.labels.length;
  }
  return { ...sets[0], features, labels };
}

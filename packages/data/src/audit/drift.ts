import type { Dataset } from '../dataset.ts';
import { column } from '../screening/column.ts';
import { ksDistance } from '../screening/ks-distance.ts';
import { kolmogorovTail } from './kolmogorov-tail.ts';
import { type AuditParts, otherParts } from './parts.ts';

/** How far the distribution of a feature in a part is from that in the training samples. */
interface FeatureDrift {
  readonly name: string;
  /** Of Kolmogorov and Smirnov. */
  readonly distance: number;
  /** How often samples of one distribution are so far apart; where many values are equal, less often still. */
  readonly p: number;
}

/** Whether a part is distributed as the training samples are, feature by feature. */
export interface Drift {
  readonly part: string;
  /** 0.05 over the number of features (Bonferroni): a feature of lesser p drifts. */
  readonly threshold: number;
  readonly drifted: number;
  readonly features: readonly FeatureDrift[];
}

/** Of the parts as they reach the circuit; features that drift together are each counted. */
export function drift(encoded: AuditParts, names: readonly string[]): readonly Drift[] {
  const threshold = 0.05 / names.length;
  return otherParts(encoded).map(([part, data]) => {
    const features = names.map((name, feature) => ({ name, ...driftOf(encoded.train, data, feature) }));
    return { part, threshold, drifted: features.filter(({ p }) => p < threshold).length, features };
  });
}

function driftOf(train: Dataset, other: Dataset, feature: number): Omit<FeatureDrift, 'name'> {
  const [n, m] = [train.labels.length, other.labels.length];
  const distance = ksDistance(column(train, feature), column(other, feature));
  return { distance, p: kolmogorovTail(Math.sqrt((n * m) / (n + m)) * distance) };
}

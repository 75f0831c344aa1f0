import { presetNamed, startScale } from '@hqnn/classifier/presets';
import { audit, pipeline } from '@hqnn/data';
import { auditText } from './audit-text.ts';
import { input } from './exit.ts';
import { print, printJson } from './output.ts';
import { digestsOf, partsOf } from './parts.ts';
import type { DataConfig } from './run-config.ts';

export interface AuditFlags {
  readonly digits: readonly number[];
  readonly preset: string;
  readonly data: string;
  readonly images?: DataConfig['images'];
  readonly features?: number;
  readonly seed: number;
  readonly json?: boolean;
}

/** Audits the parts that a run of these options would have, and what its preset makes of them. */
export async function auditData({
  digits,
  preset,
  data: source,
  images,
  seed,
  json,
  ...flags
}: AuditFlags): Promise<void> {
  const { steps, model } = presetNamed(preset);
  const features = flags.features ?? model.features;
  const { parts, found } = await input(async () => {
    const parts = await partsOf({ data: { source, digits, ...(images ? { images } : {}) }, seed });
    return { parts, found: audit({ ...parts }, pipeline(...steps(features)), { scale: startScale(model.layers) }) };
  });
  const about = { source, digits, preset, features, seed, digests: await digestsOf(parts) };
  if (json) printJson({ ...found, ...about });
  else print(auditText(found, about));
}

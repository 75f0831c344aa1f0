import { ENTANGLERS, TOPOLOGIES } from '@hqnn/circuits';
import { z } from 'zod';
import { LIMITS, type Limited } from './limits.ts';
import { namesIn } from './names-in.ts';

const whole = (name: Limited) => z.int().min(LIMITS[name][0]).max(LIMITS[name][1]);

/** Where the images come from: mnist, or a folder. */
const dataConfig = z.strictObject({
  source: z.string().min(1),
  digits: z.array(whole('digit')).min(2).readonly(),
  images: z
    .tuple([whole('image'), whole('image')])
    .readonly()
    .exactOptional(),
});

/** Everything that decides a run, resolved: config.json. */
export const runConfig = z.strictObject({
  version: z.literal(1),
  preset: z.string(),
  seed: whole('seed'),
  data: dataConfig,
  model: z.strictObject({
    features: whole('features'),
    qubits: whole('qubits'),
    layers: whole('layers'),
    entangler: z.enum(namesIn(ENTANGLERS)),
    topology: z.enum(namesIn(TOPOLOGIES)),
    hidden: z.array(whole('width')).readonly(),
    classes: z.int().min(2).max(10),
    seed: whole('seed'),
  }),
  gradient: z.string(),
  /** Older runs did not tell: they ran on the reference. */
  simulator: z
    .strictObject({
      precision: z.enum(['single', 'double']),
      threads: z.union([z.literal('auto'), whole('threads')]),
    })
    .exactOptional(),
  training: z.strictObject({
    epochs: whole('epochs'),
    batch: whole('batch'),
    learningRate: z.number().positive(),
    circuitLearningRate: z.number().positive(),
    patience: whole('patience').exactOptional(),
  }),
});

export type DataConfig = z.infer<typeof dataConfig>;
export type RunConfig = z.infer<typeof runConfig>;

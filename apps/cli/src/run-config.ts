import { z } from 'zod';

const whole = (least: number) => z.int().min(least);

/** Where the images come from: mnist, or a folder. */
const dataConfig = z.strictObject({
  source: z.string().min(1),
  digits: z.array(whole(0).max(9)).min(2).readonly(),
  images: z
    .tuple([whole(0), whole(1)])
    .readonly()
    .exactOptional(),
});

/** Everything that decides a run, resolved: config.json. */
export const runConfig = z.strictObject({
  version: z.literal(1),
  preset: z.string(),
  seed: whole(0),
  data: dataConfig,
  model: z.strictObject({
    features: whole(1),
    qubits: whole(1),
    layers: whole(1),
    entangler: z.enum(['cnot', 'cz']),
    topology: z.enum(['ring', 'linear', 'full']),
    hidden: z.array(whole(1)).readonly(),
    classes: whole(2),
    seed: whole(0),
  }),
  gradient: z.string(),
  training: z.strictObject({
    epochs: whole(1),
    batch: whole(1),
    learningRate: z.number().positive(),
    circuitLearningRate: z.number().positive(),
    patience: whole(1).exactOptional(),
  }),
});

export type DataConfig = z.infer<typeof dataConfig>;
export type RunConfig = z.infer<typeof runConfig>;

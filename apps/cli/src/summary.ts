import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What came of a run: summary.json. */
export const summary = z.object({
  schema: z.literal(1),
  run: z.string(),
  digits: z.array(z.int()).readonly(),
  preset: z.string(),
  seed: count,
  train: z.object({ n: count }),
  validation: z.object({ n: count, accuracy: share }),
  test: z.object({
    n: count,
    accuracy: share,
    /** Wilson's, at 95 %. */
    interval: z.tuple([share, share]).readonly(),
    loss: z.number(),
    confusion: z.array(z.array(count).readonly()).readonly(),
    /** How often accuracy was measured on the test part: 1 unless it was evaluated again. */
    reads: z.int().min(1),
  }),
  parameters: z.object({ circuit: count, head: count }),
  gradient: z.object({ method: z.string(), executions: count }),
  seconds: z.object({
    setup: z.number(),
    /** In the simulator. */
    quantum: z.number(),
    /** In what carries numbers between circuit and head, and in the circuit's optimiser; older runs did not tell. */
    bridge: z.number().optional(),
    /** In tfjs, training the head. */
    head: z.number(),
    total: z.number(),
  }),
  epochs: z.object({ run: count, kept: count, stoppedEarly: z.boolean() }),
  /** SHA-256 of the images and labels of each part. */
  digests: z.object({ train: digest, validation: digest, test: digest }),
  versions: z.record(z.string(), z.string()),
});

export type Summary = z.infer<typeof summary>;

// What screening changes: pnpm --filter @hqnn/data study [seeds]. Test accuracy on images that no choice was made on: with
// HQNN_MNIST, a folder with the official training set as IDX files, on 10,000 to 59,999 of it; else on the held-out part.

import { adjoint } from '@hqnn/autodiff';
import { evaluate, hybrid, PRESETS, train } from '@hqnn/classifier';
import { averagePool, flipLabels, likelyLabels, pipeline, random, rowsOf, screen, split, zScore } from '@hqnn/data';
import { readIdxFolder, readMnist } from '@hqnn/data/node';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';

tf.env().set('PROD', true);

const PAIRS = [
  [0, 1],
  [3, 6],
  [3, 5],
  [4, 9],
  [7, 9],
];
const KEEP = 4;
const NATS = 3;
const FLIPPED = 0.1;

const seeds = [...Array(Number(process.argv[2] ?? 3)).keys()];
const folder = process.env.HQNN_MNIST;
const imagesOf = once(readMnist);
const unseenOf = once(
  async (digits) => folder && readIdxFolder(folder, { digits, part: 'train', range: [10_000, 60_000] }),
);

/** The ways to choose 4 of 16 cells, each a step. */
const SCREENS = {
  'at random': anyOf,
  'by variance': () => screen({ keep: KEEP, statistic: 'variance' }),
  'by ANOVA': () => screen({ keep: KEEP }),
  'by mRMR': () => screen({ keep: KEEP, redundancy: 'mrmr' }),
  'by Fisher': () => screen({ keep: KEEP, redundancy: 'fisher' }),
};

/** Beside which way each is seen: the differences are those of the same seeds. */
const VARIANCE = 'by variance';

const CHOICES = Object.entries(SCREENS).map(([name, choose]) => ({
  name,
  beside: VARIANCE,
  steps: (seed) => [averagePool({ rows: 4, columns: 4 }), choose(seed), zScore()],
  model: { features: KEEP, qubits: 4, layers: 4 },
  flipped: 0,
}));

const LABELS = [0, FLIPPED].flatMap((flipped) => {
  const name = (what) => `${100 * flipped} % of the labels flipped, ${what}`;
  return [
    { name: name('all kept'), dropping: [] },
    { name: name('suspects dropped'), dropping: [likelyLabels({ nats: NATS })] },
  ].map(({ dropping, ...way }) => ({
    ...way,
    beside: name('all kept'),
    steps: () => [...PRESETS.base.steps(PRESETS.base.model.features), ...dropping],
    model: PRESETS.base.model,
    flipped,
  }));
});

await table('4 of 16 pooled cells', VARIANCE, CHOICES);
await table('suspect labels, on `base`', 'all kept', LABELS);

/** Any cells that vary, as many as are kept. */
function anyOf(seed) {
  return (train) => {
    const { width } = train;
    const varies = [...Array(width).keys()].filter((j) =>
      train.labels.some((_, row) => train.features[row * width + j] !== train.features[j]),
    );
    const chosen = random(seed, 'cells')
      .shuffled(varies)
      .slice(0, KEEP)
      .sort((a, b) => a - b);
    const only = (data) => ({
      features: Float32Array.from(
        { length: data.labels.length * KEEP },
        (_, k) => data.features[Math.floor(k / KEEP) * width + chosen[k % KEEP]],
      ),
      labels: data.labels,
      width: KEEP,
    });
    return Object.assign(only, {
      training: only,
      fitted: { step: 'any' },
      trace: (from) => chosen.map((j) => from[j]),
      steps: [],
    });
  };
}

/** A row for each way: means over the seeds for each pair and for all, and the differences from another way, seed by seed. */
async function table(title, other, ways) {
  const on = folder ? 'unseen official images' : 'held-out images';
  console.log(`\n${title}: test accuracy in %, ${seeds.length} seeds, ${on}\n`);
  console.log(`| | ${PAIRS.map((digits) => digits.join('v')).join(' | ')} | mean | from ${other} |`);
  console.log(`| --- |${' --- |'.repeat(PAIRS.length + 2)}`);
  const found = new Map();
  for (const way of ways) {
    const byPair = [];
    for (const digits of PAIRS) {
      const accuracies = [];
      for (const seed of seeds) accuracies.push(await accuracyOf(way, digits, seed));
      byPair.push(accuracies);
    }
    found.set(way.name, byPair);
  }
  const bySeed = (name) => seeds.map((_, k) => mean(found.get(name).map((accuracies) => accuracies[k])));
  for (const { name, beside } of ways) {
    const [own, others] = [bySeed(name), bySeed(beside)];
    const differences = own.map((accuracy, k) => accuracy - others[k]);
    const pairs = found.get(name).map((accuracies) => percent(mean(accuracies)));
    console.log(`| ${[name, ...pairs, spread(own), beside === name ? '' : spread(differences)].join(' | ')} |`);
  }
}

async function accuracyOf({ steps, model, flipped }, digits, seed) {
  const images = await imagesOf(digits);
  const parts = split(images.labels, { seed });
  const { data: noisy } = flipLabels(rowsOf(images, parts.train), { share: flipped, seed });
  const prepare = pipeline(...steps(seed))(noisy);
  const data = { train: prepare.training(noisy), validation: prepare(rowsOf(images, parts.validation)) };
  const network = hybrid({ ...model, seed }, { method: adjoint });
  await train(network, data, { seed });
  const { accuracy } = evaluate(network, prepare((await unseenOf(digits)) ?? rowsOf(images, parts.test)));
  network.dispose();
  return accuracy;
}

/** The same function, that reads each pair once. */
function once(read) {
  const known = new Map();
  return (digits) => {
    if (!known.has(digits)) known.set(digits, read(digits));
    return known.get(digits);
  };
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values) {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, values.length - 1));
}

function spread(values) {
  return `${percent(mean(values))} ± ${percent(deviation(values))}`;
}

function percent(share) {
  return (100 * share).toFixed(2);
}

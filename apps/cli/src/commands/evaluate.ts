import { Command } from 'commander';
import { OPTIONS } from '../options.ts';

export const evaluateCommand = () =>
  new Command('evaluate')
    .description('Measure a trained run: on its own test part, or on other images.')
    .argument('<run>', 'the folder of the run')
    .addOption(OPTIONS.data().default(undefined, "the run's own test part"))
    .addOption(OPTIONS.images())
    .addOption(OPTIONS.json())
    .action(async (run, options) => (await import('../evaluate.ts')).evaluateRun(run, options));

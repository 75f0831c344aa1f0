import { Command } from 'commander';
import { OPTIONS } from '../options.ts';

export const trainCommand = () =>
  new Command('train')
    .description('Train a hybrid classifier, and test it once on images that it never saw.')
    .addOption(OPTIONS.digits())
    .addOption(OPTIONS.preset())
    .addOption(OPTIONS.data())
    .addOption(OPTIONS.images())
    .addOption(OPTIONS.features())
    .addOption(OPTIONS.qubits())
    .addOption(OPTIONS.layers())
    .addOption(OPTIONS.entangler())
    .addOption(OPTIONS.topology())
    .addOption(OPTIONS.hidden())
    .addOption(OPTIONS.gradient())
    .addOption(OPTIONS.precision())
    .addOption(OPTIONS.threads())
    .addOption(OPTIONS.epochs())
    .addOption(OPTIONS.batch())
    .addOption(OPTIONS.lr())
    .addOption(OPTIONS.circuitLr())
    .addOption(OPTIONS.patience())
    .addOption(OPTIONS.seed())
    .addOption(OPTIONS.out())
    .addOption(OPTIONS.json())
    .action(async (options) => (await import('../train.ts')).trainRun(options));

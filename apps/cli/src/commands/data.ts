import { Command } from 'commander';
import { OPTIONS } from '../options.ts';

export const dataCommand = () =>
  new Command('data')
    .description('Images to train and test on: what is there, what is wrong with them, and where to get them.')
    .addCommand(infoCommand())
    .addCommand(auditCommand())
    .addCommand(fetchCommand());

const infoCommand = () =>
  new Command('info')
    .description('Say what is there: how many images of each digit, how large, and their SHA-256.')
    .addOption(OPTIONS.data())
    .addOption(OPTIONS.digits().default([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'all'))
    .addOption(OPTIONS.json())
    .action(async (options) => (await import('../data-info.ts')).dataInfo(options));

const auditCommand = () =>
  new Command('audit')
    .description(
      'Look for leaks, duplicates, contradictions, drift and clipping in the data of a run, before it begins.',
    )
    .addOption(OPTIONS.digits())
    .addOption(OPTIONS.preset())
    .addOption(OPTIONS.data())
    .addOption(OPTIONS.images())
    .addOption(OPTIONS.features())
    .addOption(OPTIONS.seed())
    .addOption(OPTIONS.json())
    .action(async (options) => (await import('../audit-data.ts')).auditData(options));

const fetchCommand = () =>
  new Command('fetch')
    .description('Download the four official files of MNIST or a relative, for train --data.')
    .addOption(OPTIONS.set())
    .addOption(OPTIONS.to())
    .addOption(OPTIONS.mirror())
    .addOption(OPTIONS.json())
    .action(async (options) => (await import('../fetch-data.ts')).fetchData(options));

import { Command } from 'commander';
import { OPTIONS } from '../options.ts';

export const predictCommand = () =>
  new Command('predict')
    .description('Say which digit is on an image, and what was measured on the circuit.')
    .argument('<run>', 'the folder of the run')
    .argument('<image...>', "PNG or JPEG files, or numbers of images in the run's data, counted from 0")
    .addOption(OPTIONS.json())
    .action(async (run, images, options) => (await import('../predict.ts')).predictImages(run, images, options));

#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { drawCommand } from './commands/draw.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { predictCommand } from './commands/predict.ts';
import { trainCommand } from './commands/train.ts';
import { EXIT, exitCodeOf, explained } from './exit.ts';
import { version } from './version.ts';

const program = new Command('hqnn')
  .description('Hybrid quantum-classical neural networks for images: train one, and see what it does.')
  .version(version)
  .showHelpAfterError('(hqnn --help, or hqnn COMMAND --help, shows what there is)');

for (const command of [trainCommand(), evaluateCommand(), predictCommand(), drawCommand()])
  program.addCommand(command.copyInheritedSettings(program).exitOverride());

try {
  await program.exitOverride().parseAsync();
} catch (error) {
  // commander has said what was wrong; help and version are no errors.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else {
    process.stderr.write(`${explained(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

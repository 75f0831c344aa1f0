#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { dataCommand } from './commands/data.ts';
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

for (const command of [trainCommand(), evaluateCommand(), predictCommand(), drawCommand(), dataCommand()])
  program.addCommand(command);
adopt(program);

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

/** Has the commands of a command, and theirs in turn, explain their use and end as it does. */
function adopt(parent: Command): void {
  for (const command of parent.commands) adopt(command.copyInheritedSettings(parent).exitOverride());
}

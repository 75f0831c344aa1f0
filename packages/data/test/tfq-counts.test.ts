import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { sharedFile } from '../../../tooling/oracles/shared.ts';
import { groupsOfEqual } from '../src/equal-rows.ts';
import { binarize, type Dataset, resize, rowsOf } from '../src/index.ts';
import { readIdxFolder } from '../src/node/index.ts';

const images = sharedFile('mnist/train-images-idx3-ubyte.gz');

// https://www.tensorflow.org/quantum/tutorials/mnist, section 1: 12,049, 10,387, 49, 10,338 and 193. Distinct images are
// counted: one that is kept counts once, however often it occurs. What belongs to one digit alone was counted in the same
// way with TensorFlow 2.21, tf.image.resize(x / 255.0, (4, 4)), which gives the other figures too.
test.skipIf(!images)('the counts of TensorFlow Quantum for 3 against 6 come out exactly', async () => {
  const data = await readIdxFolder(dirname(images ?? ''), { digits: [6, 3], part: 'train' });
  expect(data.labels).toHaveLength(12_049);

  const small = resize({ rows: 4, columns: 4 })(data)(data);
  expect(counts(small)).toEqual({ distinct: 10_387, only3: 4_912, only6: 5_426, both: 49 });

  const kept = groupsOfEqual(small).filter((group) => labelsOf(small, group).size === 1);
  expect(kept).toHaveLength(10_338);

  const ink = binarize({ threshold: 0.5 });
  const firsts = rowsOf(
    small,
    kept.map(([row]) => row),
  );
  expect(counts(ink(firsts)(firsts))).toEqual({ distinct: 193, only3: 80, only6: 69, both: 44 });
});

const labelsOf = ({ labels }: Dataset, rows: readonly number[]) => new Set(rows.map((row) => labels[row]));

function counts(data: Dataset) {
  const found = groupsOfEqual(data).map((group) => labelsOf(data, group));
  const of = (...labels: number[]) =>
    found.filter((set) => set.size === labels.length && labels.every((label) => set.has(label))).length;
  return { distinct: found.length, only3: of(1), only6: of(0), both: of(0, 1) };
}

import { expect, test } from 'vitest';
import figures from '../../test/screening-figures.json';
import { SIX } from '../../test/six-features.ts';
import { classMoments } from './class-moments.ts';
import { column } from './column.ts';
import { mutualInformation } from './mutual-information.ts';

const { classOf, sizes } = classMoments(SIX);

test.each(figures.information.map((figure, feature) => ({ feature, ...figure })))(
  'feature $feature tells $nats nats, as scikit-learn has it, and SciPy the p',
  ({ feature, nats, p }) => {
    const found = mutualInformation(column(SIX, feature), classOf, sizes);
    expect(found.nats).toBeCloseTo(nats, 13);
    expect(found.p / p).toBeCloseTo(1, 10);
  },
);

test('it does not change where values keep their order', () => {
  const values = column(SIX, 4);
  const found = mutualInformation(
    values.map((value) => 2 * value ** 3 - 7),
    classOf,
    sizes,
  );
  expect(found).toEqual(mutualInformation(values, classOf, sizes));
});

test('two values are never in one bin, however rare one is', () => {
  const values = Float32Array.from({ length: 1000 }, (_, row) => (row === 500 ? 1 : 0));
  const own = Uint8Array.from(values);
  const entropy = -0.001 * Math.log(0.001) - 0.999 * Math.log(0.999);
  expect(mutualInformation(values, own, [999, 1]).nats).toBeCloseTo(entropy, 14);
});

test('what tells nothing tells 0 nats, and chance always tells as much', () => {
  const values = Float32Array.of(0, 1, 0, 1);
  expect(mutualInformation(values, Uint8Array.of(0, 0, 1, 1), [2, 2])).toEqual({ nats: 0, p: 1 });
});

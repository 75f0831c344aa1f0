import { expect, test } from 'vitest';
import figures from '../test/image-figures.json';
import { localMean, localShares, type Neighbourhood } from './local-mean.ts';
import { weightedSums } from './weighted-sums.ts';

const SHAPE = [9, 7] as const;
const PICTURE = Float32Array.from(figures.picture.pixels);
const WINDOWS = figures.localMean.windows as readonly (Neighbourhood & { readonly means: readonly number[] })[];

// Windows of 11 and 21 are larger than the image, which is mirrored more than once.
test.each(WINDOWS)(
  'the $window around each pixel in a window of $size is that of scikit-image',
  ({ means, ...around }) => {
    const found = localMean(SHAPE, around)(PICTURE);
    means.forEach((mean, k) => expect(found[k]).toBeCloseTo(mean, 12));
  },
);

test.each(WINDOWS)('the shares of the $window of $size sum to 1 and give the same', ({ means, ...around }) => {
  const shares = localShares(SHAPE, around);
  for (const each of shares) expect(each.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  const found = weightedSums(shares, 63)(PICTURE);
  means.forEach((mean, k) => expect(found[k]).toBeCloseTo(mean, 6));
});

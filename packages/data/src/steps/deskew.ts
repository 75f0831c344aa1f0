import { checkInk } from '../check-ink.ts';
import type { Step } from '../dataset.ts';
import { imageShape } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { type Moments, moments } from '../moments.ts';
import { stepKind } from '../step-kind.ts';

export const deskewKind = stepKind({
  step: 'deskew',
  fields: { image: imageShape },
  apply({ image, width }) {
    return (data) => {
      checkImage('deskew', image, data);
      checkInk('deskew', data);
      const features = data.features.slice();
      for (let start = 0; start < features.length; start += width) {
        const found = moments(data.features, start, image);
        if (found && found.skew !== 0) shear(data.features, features, start, image, found);
      }
      return { ...data, features };
    };
  },
});

/**
 * Each image set upright: a row y is moved to the left by (y − ȳ) · μ₁₁/μ₀₂ columns, so that ink no longer leans to
 * either side and its centre of mass stays. A row that lands between columns is shared out linearly; what leaves the
 * image is lost. As MNIST was deslanted by Y. LeCun et al., Proc. IEEE 86 (1998) 2278, section III, ink by its gray.
 */
export const deskew = (): Step => (train) => deskewKind.fitted({ width: train.width, image: imageOf('deskew', train) });

/** The image at `start` of `from` into the same place of `into`: out(x, y) = in(x + (y − ȳ) · skew, y). */
function shear(
  from: Float32Array,
  into: Float32Array,
  start: number,
  [rows, columns]: readonly [rows: number, columns: number],
  { row, skew }: Moments,
): void {
  for (let y = 0; y < rows; y++) {
    const shift = (y - row) * skew;
    const whole = Math.floor(shift);
    const part = shift - whole;
    const line = start + y * columns;
    let left = whole >= 0 && whole < columns ? from[line + whole] : 0;
    for (let x = 0; x < columns; x++) {
      const place = x + whole + 1;
      const right = place >= 0 && place < columns ? from[line + place] : 0;
      into[line + x] = (1 - part) * left + part * right;
      left = right;
    }
  }
}

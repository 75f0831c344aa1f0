import { expect, test } from 'vitest';
import {
  amplitudeEncoding,
  angleEncoding,
  ccx,
  circuit,
  cswap,
  cx,
  draw,
  entangler,
  features,
  h,
  hardwareEfficient,
  reuploading,
  rzz,
  times,
  vector,
} from '../src/index.ts';

const scale = vector('scale', 3);

/** The drawings that these tests pin are those that the documentation shows. */
const GALLERY = {
  'bell-pair': circuit(2, h(0), cx(0, 1)),
  'three-qubit-gates': circuit(4, ccx(0, 3, 1), cswap(2, 0, 1), rzz(0.5, 1, 3)),
  'angle-encoding': angleEncoding(features(3)),
  'angle-encoding-with-trainable-scale': angleEncoding(features(3).map((x, q) => times(scale[q], x))),
  'amplitude-encoding': circuit(3, amplitudeEncoding(8), hardwareEfficient(3)),
  'entangler-ring-cnot': entangler(4),
  'entangler-linear-cz': entangler(4, { entangler: 'cz', topology: 'linear' }),
  'entangler-full-cnot': entangler(4, { topology: 'full' }),
  'hardware-efficient': hardwareEfficient(3, { layers: 2 }),
  reuploading: reuploading(4, { features: 8, layers: 2 }),
};

test.each(Object.entries(GALLERY))('%s is drawn as in the gallery', async (name, shown) => {
  await expect(`${draw(shown, { width: 100 })}\n`).toMatchFileSnapshot(`gallery/${name}.txt`);
});

import { describe, expect, test } from 'vitest';
import {
  amplitudeEncoding,
  angleEncoding,
  basicEntangler,
  basisEncoding,
  blocksOf,
  brickwork,
  ccx,
  circuit,
  cswap,
  cx,
  denseAngleEncoding,
  draw,
  efficientSU2,
  entangler,
  features,
  h,
  hardwareEfficient,
  identityBlock,
  iqpEncoding,
  mera,
  phaseEncoding,
  placedOn,
  qcnn,
  randomLayers,
  realAmplitudes,
  reuploading,
  rzz,
  simplifiedTwoDesign,
  stronglyEntangling,
  svg,
  times,
  treeTensor,
  twoLocal,
  vector,
  zzFeatureMap,
} from '../src/index.ts';

const scale = vector('scale', 3);

/** The drawings that these tests pin are those that the documentation shows. */
const GALLERY = {
  'bell-pair': circuit(2, h(0), cx(0, 1)),
  'three-qubit-gates': circuit(4, ccx(0, 3, 1), cswap(2, 0, 1), rzz(0.5, 1, 3)),
  'angle-encoding': angleEncoding(features(3)),
  'angle-encoding-with-trainable-scale': angleEncoding(features(3).map((x, q) => times(scale[q], x))),
  'dense-angle-encoding': denseAngleEncoding(features(4)),
  'phase-encoding': phaseEncoding(features(3)),
  'basis-encoding': basisEncoding([1, 0, ...features(1)]),
  'iqp-encoding': iqpEncoding(features(3)),
  'zz-feature-map': zzFeatureMap(3, { layers: 1, topology: 'linear' }),
  'amplitude-encoding': circuit(3, amplitudeEncoding(8), hardwareEfficient(3)),
  'entangler-ring-cnot': entangler(4),
  'entangler-linear-cz': entangler(4, { entangler: 'cz', topology: 'linear' }),
  'entangler-full-cnot': entangler(4, { topology: 'full' }),
  'hardware-efficient': hardwareEfficient(3, { layers: 2 }),
  reuploading: reuploading(4, { features: 8, layers: 2 }),
  'reuploading-of-phases-with-offset': reuploading(2, {
    features: 4,
    layers: 2,
    encoding: phaseEncoding(features(2)),
    offset: 'phi',
  }),
  'blocks-side-by-side': circuit(
    4,
    blocksOf({ width: 4, height: 1, size: 1, stride: 2 }).map(([pixel], k) =>
      placedOn(circuit(2, angleEncoding(features(2)), realAmplitudes(2)), {
        qubits: [2 * k, 2 * k + 1],
        features: [pixel, pixel + 1],
      }),
    ),
  ),
  'entangler-pairwise-ecr': entangler(4, { entangler: 'ecr', topology: 'pairwise' }),
  'entangler-star-crx': entangler(4, { entangler: 'crx', topology: 'star' }),
  'efficient-su2': efficientSU2(3),
  'real-amplitudes': realAmplitudes(3, { layers: 2 }),
  'basic-entangler': basicEntangler(3, { layers: 2 }),
  'two-local': twoLocal(3, { rotations: ['rx'], entangler: 'rzz', topology: 'linear' }),
  'strongly-entangling': stronglyEntangling(4, { layers: 2 }),
  brickwork: brickwork(4, { block: 'so4' }),
  'brickwork-su4': brickwork(2),
  'simplified-two-design': simplifiedTwoDesign(4, { layers: 2 }),
  'tree-tensor': treeTensor(8),
  mera: mera(8),
  qcnn: qcnn(4, { block: 'ry-cnot' }),
  'random-layers': randomLayers(4, { layers: 2, seed: 3 }),
  'identity-block': identityBlock(hardwareEfficient(2, { final: false })),
};

/** As wide as a page of the documentation has room for. */
const PAGE = 680;

describe.each(Object.entries(GALLERY))('%s is drawn as in the gallery', (name, shown) => {
  test('as text', async () => {
    await expect(`${draw(shown, { width: 100 })}\n`).toMatchFileSnapshot(`gallery/${name}.txt`);
  });

  test('as SVG', async () => {
    const title = name.replaceAll('-', ' ');
    await expect(`${svg(shown, { width: PAGE, title })}\n`).toMatchFileSnapshot(`gallery/${name}.svg`);
  });
});

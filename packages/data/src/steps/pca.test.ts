import { expect, test } from 'vitest';
import { NINE } from '../../test/nine-samples.ts';
import type { Dataset } from '../dataset.ts';
import { random } from '../random.ts';
import { pca } from './pca.ts';

// sklearn.decomposition.PCA(3), scikit-learn 1.9, each axis with its largest entry positive
const COMPONENTS = [
  [0.8784787025405997, 0.2579071115448448, 0.12207240744178927, -0.37282116515123415, -0.08866677593001174],
  [0.3295246991497949, -0.29420307733339945, 0.14086788218377205, 0.7362771098638808, -0.4928592894501885],
  [-0.1848070075492788, 0.8329675838153129, 0.4264196419221342, 0.29443080526340276, -0.059060682086334325],
];
const EXPLAINED = [0.3319305739025001, 0.30055905069966005, 0.2527788856066828];
const PROJECTED = [
  -0.6101197406472527, 0.2140921552465443, 0.11537174215153145, 0.2457220178630729, -0.659073394564691,
  0.35161109607544383,
];
const WHITENED = [
  -1.4726029379769554, 0.5430378023174383, 0.31909740122838615, 0.5930818842985038, -1.6717182716860928,
  0.9724927864344397,
];

test('directions and their shares of the variance are those of scikit-learn', () => {
  const { components, explained } = pca({ components: 3 })(NINE).fitted as unknown as Record<string, number[]>;
  components.flat().forEach((entry, k) => expect(entry).toBeCloseTo(COMPONENTS.flat()[k], 10));
  explained.forEach((share, k) => expect(share).toBeCloseTo(EXPLAINED[k], 12));
});

test.each([
  { whiten: false, figures: PROJECTED },
  { whiten: true, figures: WHITENED },
])('the coordinates with whiten = $whiten are those of scikit-learn', ({ whiten, figures }) => {
  const { features, width } = pca({ components: 3, whiten })(NINE)(NINE);
  expect(width).toBe(3);
  figures.forEach((figure, k) => expect(features[k]).toBeCloseTo(figure, 6));
});

test('all components together keep every distance', () => {
  const { features } = pca({ components: 5 })(NINE)(NINE);
  const distance = (values: Float32Array, a: number, b: number) =>
    Math.hypot(...[0, 1, 2, 3, 4].map((j) => values[a * 5 + j] - values[b * 5 + j]));
  for (const [a, b] of [
    [0, 1],
    [2, 7],
    [8, 3],
  ])
    expect(distance(features, a, b)).toBeCloseTo(distance(NINE.features, a, b), 6);
});

test('constant features have no part in any component', () => {
  const features = Float32Array.from({ length: 9 * 7 }, (_, k) =>
    k % 7 < 5 ? NINE.features[Math.floor(k / 7) * 5 + (k % 7)] : 0.3,
  );
  const padded = { ...NINE, features, width: 7 };
  expect(pca({ components: 3 })(padded)(padded)).toEqual(pca({ components: 3 })(NINE)(NINE));
});

test('16 components of 1,400 samples of 784 numbers are uncorrelated, in descending order of variance', () => {
  const { normal } = random(1, 'pca');
  const hidden = Array.from({ length: 20 * 784 }, normal);
  const train: Dataset = {
    features: new Float32Array(1400 * 784),
    labels: new Uint8Array(1400),
    width: 784,
  };
  for (let row = 0; row < 1400; row++) {
    for (let k = 0; k < 20; k++) {
      const score = normal() / (k + 1);
      for (let j = 0; j < 784; j++) train.features[row * 784 + j] += score * hidden[k * 784 + j];
    }
  }
  const { features } = pca({ components: 16 })(train)(train);
  const covariance = (a: number, b: number) =>
    train.labels.reduce((sum, _, row) => sum + features[row * 16 + a] * features[row * 16 + b], 0) / 1399;
  for (let k = 1; k < 16; k++) {
    expect(covariance(k, k)).toBeLessThan(covariance(k - 1, k - 1));
    expect(Math.abs(covariance(k, k - 1))).toBeLessThan(1e-4 * covariance(k, k));
  }
});

const twoFeatures = (...features: number[]) => ({
  features: Float32Array.from(features),
  labels: new Uint8Array(features.length / 2),
  width: 2,
});

test.each<[string, Parameters<typeof pca>[0], Dataset, string]>([
  [
    'more components than features',
    { components: 6 },
    NINE,
    'pca.components must be at most 5 for 9 training samples with 5 features that vary, but is 6.',
  ],
  [
    'more components than samples allow',
    { components: 2 },
    twoFeatures(1, 2, 3, 5),
    'pca.components must be at most 1 for 2 training samples with 2 features that vary, but is 2.',
  ],
  ['constant data', { components: 1 }, twoFeatures(1, 2, 1, 2, 1, 2), 'with 0 features that vary'],
  [
    'to whiten a direction without variance',
    { components: 2, whiten: true },
    twoFeatures(1, 2, 2, 4, 3, 6),
    'pca.components must be at most 1 to be whitened, for the data do not vary in more directions, but is 2.',
  ],
  ['half a component', { components: 0.5 }, NINE, 'pca.components must be a whole number, 1 or more, but is 0.5.'],
])('%s is refused', (_, options, train, message) => {
  expect(() => pca(options)(train)).toThrow(message);
});

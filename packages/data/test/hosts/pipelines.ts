import {
  averagePool,
  binarize,
  blocks,
  centre,
  cosines,
  crop,
  deskew,
  likelyLabels,
  maxPool,
  minMax,
  pca,
  pipeline,
  products,
  randomProjection,
  resize,
  type Step,
  screen,
  toAngles,
  unitNorm,
  validStates,
  zScore,
} from '@hqnn/data';

const adaptive = binarize({ method: 'adaptive', size: 9 });

/** What is fitted here and applied there: every kind of step that changes unseen samples, in some pipeline. */
export const PIPELINES: Readonly<Record<string, Step>> = {
  'principal components': pipeline(deskew(), centre(), pca({ components: 8, whiten: true }), likelyLabels(), zScore()),
  'screened cells': pipeline(
    binarize({ method: 'otsu' }),
    averagePool({ rows: 7, columns: 7 }),
    screen({ keep: 6, redundancy: 'mrmr' }),
    toAngles(),
    products({ pairs: 'ring' }),
  ),
  amplitudes: pipeline(
    crop({ margin: 2 }),
    resize({ rows: 16, columns: 16, method: 'bilinear' }),
    validStates({ policy: 'zero-state' }),
    unitNorm(),
  ),
  'blocks of ink': pipeline(adaptive, maxPool({ rows: 8, columns: 8 }), blocks({ size: 2 }), minMax({ high: Math.PI })),
  waves: pipeline(cosines({ rows: 6, columns: 6 }), randomProjection({ components: 5, seed: 3 }), zScore()),
};

// One process of full-set.mjs: loads the full training set, fits PCA-32 to it and applies it.
import { pca } from '@hqnn/data';
import { readIdxFolder } from '@hqnn/data/node';

const timed = async (run) => {
  const start = performance.now();
  return [await run(), (performance.now() - start) / 1000];
};

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const [images, load] = await timed(() => readIdxFolder(process.argv[2], { digits, part: 'train' }));
const [transform, fit] = await timed(() => pca({ components: 32 })(images));
const [, apply] = await timed(() => transform(images));
console.log(
  JSON.stringify({
    'load 60,000 images': load,
    'PCA-32, fitted': fit,
    'PCA-32, applied': images.labels.length / apply,
    'memory in all': process.resourceUsage().maxRSS / 1024,
  }),
);

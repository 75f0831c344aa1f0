import { writeFileSync } from 'node:fs';
import { digestOf, type Fitted, packImages, rowsOf } from '@hqnn/data';
import { readMnist } from '@hqnn/data/node';
import { PIPELINES } from './pipelines.ts';

// Leaves a pair of digits as pair.bin, and pipelines fitted to a part of them as pipelines.json; prints the digests of the
// pair and of what each pipeline makes of it.
const images = await readMnist([3, 6]);
const train = rowsOf(
  images,
  [...images.labels.keys()].filter((row) => row % 4 === 0),
);
const digests: Record<string, string> = { 'the pair': await digestOf(images) };
const fitted: Record<string, Fitted> = {};
for (const [name, step] of Object.entries(PIPELINES)) {
  const transform = step(train);
  fitted[name] = transform.fitted;
  digests[name] = await digestOf(transform(images));
}
writeFileSync('pair.bin', await packImages(images));
writeFileSync('pipelines.json', JSON.stringify(fitted));
console.log(JSON.stringify(digests));

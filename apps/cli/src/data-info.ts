import { type Dataset, digestOf } from '@hqnn/data';
import { hasTest } from '@hqnn/data/node';
import { input } from './exit.ts';
import { imagesOf, otherImages } from './images.ts';
import { megabytes, percent, print, printJson, table } from './output.ts';

export interface InfoFlags {
  readonly data: string;
  readonly digits: readonly number[];
  readonly json?: boolean;
}

/** Says how many images of each digit a source has, how large they are, and their digest. */
export async function dataInfo({ data: source, digits, json }: InfoFlags): Promise<void> {
  const parts = await input(() => partsIn(source, digits));
  if (json) printJson({ schema: 1, source, digits, parts: parts.map(({ bytes: _, ...part }) => part) });
  else print([table([['source', source]]), ...parts.map((part) => report(part, digits))].join('\n\n'));
}

/** The training images, and the test images if the source has some of its own. */
async function partsIn(source: string, digits: readonly number[]) {
  const train = await described('train', digits, await imagesOf({ source, digits }));
  if (source === 'mnist' || !(await hasTest(source))) return [train];
  return [train, await described('test', digits, await otherImages({ source, digits }))];
}

type Part = Awaited<ReturnType<typeof described>>;

async function described(part: string, digits: readonly number[], images: Dataset) {
  const counts = digits.map(() => 0);
  for (const label of images.labels) counts[label]++;
  return {
    part,
    n: images.labels.length,
    shape: images.shape,
    counts,
    /** Of the images and labels. */
    digest: await digestOf(images),
    bytes: images.features.byteLength,
  };
}

function report({ part, n, shape, counts, digest, bytes }: Part, digits: readonly number[]): string {
  return [
    table([
      [part, `${n} images of ${shape?.join(' × ')} pixels, ${megabytes(bytes)} in memory`],
      ['SHA-256', digest],
    ]),
    table([
      ['digit', 'images', 'share'],
      ...digits.map((digit, k) => [`${digit}`, `${counts[k]}`, percent(counts[k] / n)]),
    ]),
  ].join('\n\n');
}

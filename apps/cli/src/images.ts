import type { Dataset } from '@hqnn/data';
import { hasTest, readIdxFolder, readMnist } from '@hqnn/data/node';
import type { DataConfig } from './run-config.ts';

/** The images that a run is trained, chosen and tested on. */
export async function imagesOf({ source, digits, images }: DataConfig): Promise<Dataset> {
  if (source === 'mnist') {
    if (images)
      throw new Error(
        '--images counts images in IDX files, and --data mnist has none. Leave it out, or give a folder.',
      );
    return readMnist(digits);
  }
  return readIdxFolder(source, { digits, part: 'train', ...(images ? { range: images } : {}) });
}

/** Images to evaluate on: the test files of a folder where it has them, else its training files. */
export async function otherImages({ source, digits, images }: DataConfig): Promise<Dataset> {
  if (source === 'mnist' || !(await hasTest(source)))
    return imagesOf({ source, digits, ...(images ? { images } : {}) });
  return readIdxFolder(source, { digits, part: 'test', ...(images ? { range: images } : {}) });
}

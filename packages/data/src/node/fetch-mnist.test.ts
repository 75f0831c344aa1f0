import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sharedFile } from '../../../../tooling/oracles/shared.ts';
import { fetchMnist } from './fetch-mnist.ts';
import { REMOTE_SETS, type RemoteSetName } from './remote-sets.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hqnn-mnist-'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  return rm(folder, { recursive: true });
});

test.each(Object.entries(REMOTE_SETS))(
  '%s has four files with the usual names, and mirrors',
  (_, { files, mirrors }) => {
    expect(files.map(({ name }) => name)).toEqual(
      ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'].map(
        (name) => `${name}-ubyte.gz`,
      ),
    );
    for (const { sha256 } of files) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const mirror of mirrors) expect(mirror).toMatch(/^https?:\/\/.*\/$/);
  },
);

const official = REMOTE_SETS.mnist.files
  .slice(0, 2)
  .map((file) => ({ ...file, path: sharedFile(`mnist/${file.name}`) }));

test.skipIf(official.some(({ path }) => !path)).each(official)(
  'the official $name has this size and digest',
  async (file) => {
    const bytes = await readFile(file.path ?? '');
    expect(bytes).toHaveLength(file.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
  },
);

test('by default the folder is that of the set in the cache', async () => {
  vi.stubEnv('HQNN_CACHE', folder);
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kmnist`;
  await expect(fetchMnist({ set: 'kmnist', mirrors: [mirror] })).rejects.toThrow(
    `train-images-idx3-ubyte.gz could not be fetched: ${mirror}/train-images-idx3-ubyte.gz answered 404 Not Found. ` +
      `Name another mirror, or put the file into ${join(folder, 'kmnist')} yourself.`,
  );
  server.close();
});

test('a set that nobody knows is refused', async () => {
  await expect(fetchMnist({ set: 'cifar' as RemoteSetName })).rejects.toThrow(
    'No data set is named cifar. Those that can be fetched are mnist, fashion-mnist, kmnist.',
  );
});

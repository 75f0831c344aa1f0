import { fetchMnist, REMOTE_SETS } from '@hqnn/data/node';
import { afterEach, expect, test, vi } from 'vitest';
import { fetchData } from './fetch-data.ts';

vi.mock('@hqnn/data/node', async (original) => ({
  ...(await original<typeof import('@hqnn/data/node')>()),
  fetchMnist: vi.fn(async ({ to = 'cache' }) => to),
}));

const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
const said = () => out.mock.calls.map(([text]) => text).join('');
afterEach(() => out.mockClear());

test('what was fetched is one JSON document', async () => {
  await fetchData({ set: 'kmnist', to: 'there', mirror: ['http://a/'], json: true });
  expect(JSON.parse(said())).toEqual({ schema: 1, set: 'kmnist', folder: 'there', files: REMOTE_SETS.kmnist.files });
  expect(vi.mocked(fetchMnist).mock.lastCall?.[0]).toMatchObject({
    set: 'kmnist',
    to: 'there',
    mirrors: ['http://a/'],
  });
});

test('people are told where it is, and what to do with it', async () => {
  await fetchData({ set: 'mnist' });
  expect(said()).toMatch(/data set {3}mnist: 4 files, 11\.6 MB, of the right SHA-256\nfolder {5}cache\n/);
  expect(said()).toContain('hqnn train --data cache');
  expect(vi.mocked(fetchMnist).mock.lastCall?.[0]).not.toHaveProperty('mirrors');
});

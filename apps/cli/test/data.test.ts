import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hqnn } from './hqnn.ts';

const folder = mkdtempSync(join(tmpdir(), 'hqnn-'));

/** Has half of the images of MNIST and nothing else, and stops there. */
const server = createServer((request, response) => {
  if (request.url !== '/half/train-images-idx3-ubyte.gz') response.writeHead(404).end();
  else response.writeHead(200, { 'content-length': 9912422 }).write(Buffer.alloc(5_000_000));
});
let address: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

test('if no mirror has the files, data fetch fails with 1, says what each answered, and leaves nothing', async () => {
  const mirrors = ['--mirror', `${address}/a`, '--mirror', `${address}/b/`];
  const { code, stdout, stderr } = await hqnn(folder, ['data', 'fetch', '--to', 'none', ...mirrors, '--json']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    `train-images-idx3-ubyte.gz could not be fetched: ${address}/a/train-images-idx3-ubyte.gz answered 404 Not Found. ` +
      `${address}/b/train-images-idx3-ubyte.gz answered 404 Not Found. ` +
      'Name another mirror, or put the file into none yourself.\n',
  );
  expect(readdirSync(join(folder, 'none'))).toEqual([]);
});

test('an interrupted data fetch ends with 130, and keeps what has come', async () => {
  const args = ['data', 'fetch', '--to', 'some', '--mirror', `${address}/half`];
  let interrupted = false;
  const { code, stderr } = await hqnn(folder, args, (said, interrupt) => {
    if (interrupted || !said.includes('fetching train-images-idx3-ubyte.gz')) return;
    interrupted = true;
    interrupt();
  });
  expect(code).toBe(130);
  expect(stderr).toContain('Interrupted. What has come is kept, and the same command goes on from there.');
  expect(readdirSync(join(folder, 'some'))).toEqual(['train-images-idx3-ubyte.gz.part']);
  expect(statSync(join(folder, 'some', 'train-images-idx3-ubyte.gz.part')).size).toBeGreaterThan(0);
});

test('data says what it can do: with 2 where nothing was asked of it, with 0 where help was', async () => {
  const [bare, help] = [await hqnn(folder, ['data']), await hqnn(folder, ['data', 'fetch', '--help'])];
  expect([bare.code, bare.stdout, help.code, help.stderr]).toEqual([2, '', 0, '']);
  expect(bare.stderr).toContain('Usage: hqnn data');
  expect(help.stdout).toContain('--mirror <address>');
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Answer,
  CONTENT,
  corrupt,
  FILE,
  good,
  HALF,
  long,
  loop,
  packing,
  page,
  short,
  silent,
  status,
  whole,
} from '../../test/mirror-answers.ts';
import { type FetchFilesOptions, fetchFiles } from './fetch-files.ts';

/** What happens once half of the file has arrived. */
let atHalf = () => {};
/** The head, half of the file, and no more. */
const stalling: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': CONTENT.length, etag: '"1"' });
  response.write(CONTENT.subarray(0, HALF));
};
const breaking: Answer = (request, response) => {
  atHalf = () => response.destroy();
  stalling(request, response);
};
/** Breaks off, too, in a version that is no more when the rest is asked for. */
const older: Answer = (_, response) => {
  atHalf = () => response.destroy();
  response.writeHead(200, { 'content-length': CONTENT.length, etag: '"0"' }).write(CONTENT.subarray(0, HALF));
};

let server: Server;
let address: string;
let root: string;
let folder: string;
/** What the server answers, one after the other, the last for ever; by the first part of the path. */
let answers: Record<string, Answer[]>;
let asked: IncomingMessage[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hqnn-fetch-'));
  server = createServer((request, response) => {
    asked.push(request);
    const queue = answers[request.url?.split('/')[1] ?? ''] ?? [status(404)];
    (queue.length > 1 ? (queue.shift() as Answer) : queue[0])(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'set-'));
  [answers, asked, atHalf] = [{}, [], () => {}];
});
afterEach(() => server.closeAllConnections());
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(root, { recursive: true });
});

const fetched = (mirrors: readonly string[], options: Partial<FetchFilesOptions> = {}) =>
  fetchFiles(folder, [FILE], {
    mirrors: mirrors.map((name) => `${address}/${name}/`),
    stallSeconds: 0.3,
    pauseSeconds: 0.01,
    signal: undefined,
    onProgress: ({ bytes }) => {
      if (bytes >= HALF) atHalf();
    },
    ...options,
  });

const path = () => join(folder, FILE.name);
const ranges = () => asked.map(({ headers }) => headers.range);
async function expectWhole(): Promise<void> {
  expect(await readdir(folder)).toEqual([FILE.name]);
  expect(CONTENT.equals(await readFile(path()))).toBe(true);
}

test('a file is brought once, and then is there', async () => {
  answers = { a: [good] };
  await fetched(['a']);
  await fetched(['a']);
  await expectWhole();
  expect(asked.map(({ url }) => url)).toEqual([`/a/${FILE.name}`]);
  expect(asked[0].headers['accept-encoding']).toBe('identity');
});

test('progress counts the bytes of all files, those that were there too', async () => {
  answers = { a: [good] };
  await writeFile(path(), CONTENT);
  const other = { ...FILE, name: 't10k-images-idx3-ubyte.gz' };
  const seen: number[] = [];
  await fetchFiles(folder, [FILE, other], {
    mirrors: [`${address}/a`],
    stallSeconds: 1,
    pauseSeconds: 0,
    signal: undefined,
    onProgress: ({ file, bytes, total }) => {
      expect([file, total]).toEqual([other.name, 2 * CONTENT.length]);
      seen.push(bytes);
    },
  });
  expect(seen[0]).toBeGreaterThan(CONTENT.length);
  expect(seen.at(-1)).toBe(2 * CONTENT.length);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test.each<[string, Answer[], (string | undefined)[]]>([
  ['breaks off goes on from there', [breaking, good], [undefined, `bytes=${HALF}-`]],
  ['stalls goes on from there', [stalling, good], [undefined, `bytes=${HALF}-`]],
  ['says nothing at all is asked again', [silent, good], [undefined, undefined]],
  ['has a passing fault is asked again', [status(503), status(429), good], [undefined, undefined, undefined]],
  ['knows no ranges sends the whole', [breaking, whole], [undefined, `bytes=${HALF}-`]],
  ['refuses the range is asked for the whole', [breaking, status(416), good], [undefined, `bytes=${HALF}-`, undefined]],
  ['has a new version sends the whole', [older, good], [undefined, `bytes=${HALF}-`]],
])('a mirror that %s', async (_, queue, wanted) => {
  answers = { a: queue };
  await fetched(['a']);
  await expectWhole();
  expect(ranges()).toEqual(wanted);
});

test('redirects are followed', async () => {
  answers = { a: [(_, response) => response.writeHead(302, { location: `/b/${FILE.name}` }).end()], b: [good] };
  await fetched(['a']);
  await expectWhole();
});

test.each<[string, Answer[], string, number]>([
  ['does not have it', [status(404)], 'answered 404 Not Found.', 1],
  ['fails again and again', [status(500)], 'answered 500 Internal Server Error.', 3],
  ['sends a page', [page], 'answered with a page instead of the file.', 1],
  ['has a file of another length', [short], `offered 10 bytes where there should be ${CONTENT.length}.`, 1],
  ['sends more', [long], `sent more than the ${CONTENT.length} bytes of the file.`, 1],
  ['sends other bytes', [corrupt], 'sent other bytes than those of the file (SHA-256 ', 1],
  ['unpacks it on the way', [packing], 'changed the file on its way (content-encoding gzip).', 1],
  ['redirects in a loop', [loop], 'sent the request on and on, and never to the file (redirect count exceeded).', 21],
  ['never says anything', [silent], 'sent nothing for 0.2 s.', 3],
  ['always breaks off', [(_, response) => response.destroy()], 'could not be reached, or broke off (', 3],
])('a mirror that %s is passed over for the next', async (_, queue, reason, requests) => {
  answers = { a: queue, loop: queue };
  const failing = fetched(['a'], { stallSeconds: 0.2 });
  await expect(failing).rejects.toThrow(`${FILE.name} could not be fetched: ${address}/a/${FILE.name} ${reason}`);
  await expect(failing).rejects.toThrow(`Name another mirror, or put the file into ${folder} yourself.`);
  expect(asked).toHaveLength(requests);
  expect(await readdir(folder)).not.toContain(FILE.name);
  answers = { ...answers, b: [good] };
  await fetched(['a', 'b'], { stallSeconds: 0.2 });
  await expectWhole();
});

test('if no mirror has it, the error says what each answered', async () => {
  answers = { a: [status(403)], b: [page] };
  await expect(fetched(['a', 'b'])).rejects.toThrow(/\/a\/.* answered 403 Forbidden\. .*\/b\/.* answered with a page/);
});

test('what one mirror began, another goes on with', async () => {
  answers = { a: [breaking, status(404)], b: [good] };
  await fetched(['a', 'b']);
  await expectWhole();
  expect(ranges()).toEqual([undefined, `bytes=${HALF}-`, `bytes=${HALF}-`]);
});

test('an interrupted download ends with the reason, and goes on the next time', async () => {
  const controller = new AbortController();
  answers = { a: [stalling, good] };
  const onProgress = () => controller.abort(new Error('Enough.'));
  await expect(fetched(['a'], { signal: controller.signal, onProgress })).rejects.toThrow('Enough.');
  expect(await readdir(folder)).toEqual([`${FILE.name}.part`]);
  const { length } = await readFile(`${path()}.part`);
  expect(length).toBeGreaterThan(0);
  await fetched(['a']);
  await expectWhole();
  expect(ranges()[1]).toBe(`bytes=${length}-`);
});

test.each([
  // No process has this number: it is above what Linux, macOS and Windows give.
  ['is no more is gone on with', 2 ** 30, [`bytes=${HALF}-`], [FILE.name]],
  [
    'runs is left to it',
    process.pid,
    [undefined],
    [FILE.name, `${FILE.name}.${hostname()}.${process.pid}.0123abcd.part`],
  ],
])('the part of a process that %s', async (_, pid, wanted, left) => {
  answers = { a: [good] };
  await writeFile(join(folder, `${FILE.name}.${hostname()}.${pid}.0123abcd.part`), CONTENT.subarray(0, HALF));
  await fetched(['a']);
  expect(ranges()).toEqual(wanted);
  expect((await readdir(folder)).sort()).toEqual(left);
});

test.each([
  ['does not fit', Buffer.alloc(HALF, 1), [`bytes=${HALF}-`, undefined]],
  ['is longer than the file', Buffer.alloc(CONTENT.length + 1, 1), [undefined]],
  ['has its length, but not its bytes', Buffer.alloc(CONTENT.length, 1), [undefined]],
  ['is complete', CONTENT, []],
])('a part that %s does no harm', async (_, part, wanted) => {
  answers = { a: [good] };
  await writeFile(`${path()}.part`, part);
  await fetched(['a']);
  await expectWhole();
  expect(ranges()).toEqual(wanted);
});

test('several at once each bring it, and none disturbs another', async () => {
  answers = { a: [breaking, good] };
  await Promise.all([fetched(['a']), fetched(['a']), fetched(['a'])]);
  await expectWhole();
});

test('another file of that name is not replaced, and nothing is asked for', async () => {
  answers = { a: [good] };
  await writeFile(path(), 'do not lose me');
  await expect(fetched(['a'])).rejects.toThrow(`${path()} is there already, but is not the file of that name`);
  expect([await readFile(path(), 'utf8'), asked]).toEqual(['do not lose me', []]);
});

test.each([
  [[], 'There is no mirror to fetch from.'],
  [['ftp://example.org/'], 'but not ftp://example.org/.'],
  [['http://'], 'but not http://.'],
])('mirrors %j are refused', async (mirrors, message) => {
  await expect(fetched([], { mirrors })).rejects.toThrow(message);
});

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { random } from '../src/random.ts';

/** Large enough to come in several pieces. */
const { below } = random(1, 'file');
export const CONTENT = Buffer.from(Array.from({ length: 300_000 }, () => below(256)));
const sha256 = createHash('sha256').update(CONTENT).digest('hex');
export const FILE = { name: 'train-images-idx3-ubyte.gz', bytes: CONTENT.length, sha256 };
export const HALF = 150_000;

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** As a good server would: whole, or from the byte asked for if the version is still the same. */
export const good: Answer = ({ headers }, response) => {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  const same = headers['if-range'] === undefined || headers['if-range'] === '"1"';
  if (from === 0 || !same) response.writeHead(200, { 'content-length': CONTENT.length, etag: '"1"' }).end(CONTENT);
  else {
    const range = `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}`;
    response.writeHead(206, { 'content-range': range, 'content-length': CONTENT.length - from, etag: '"1"' });
    response.end(CONTENT.subarray(from));
  }
};
export const whole: Answer = (_, response) =>
  response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT);
export const status =
  (code: number): Answer =>
  (_, response) =>
    response.writeHead(code).end();
export const page: Answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
export const short: Answer = (_, response) =>
  response.writeHead(200, { 'content-length': 10 }).end(CONTENT.subarray(0, 10));
export const long: Answer = (_, response) => response.writeHead(200).end(Buffer.concat([CONTENT, CONTENT]));
export const corrupt: Answer = (_, response) => response.writeHead(200).end(Buffer.from(CONTENT).fill(7, 100, 200));
export const packing: Answer = (_, response) =>
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.from('H4sIAAAAAAAAAwMAAAAAAAAAAAA=', 'base64'));
export const loop: Answer = (_, response) => response.writeHead(302, { location: '/loop/' }).end();
export const silent: Answer = () => {};

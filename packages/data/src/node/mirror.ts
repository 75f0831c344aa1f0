/** What to ask of a mirror. */
export interface Asked {
  /** How many bytes the file has. */
  readonly bytes: number;
  /** How many of them are there already. */
  readonly from: number;
  /** The version that these are of, where it is known. */
  readonly etag: string | undefined;
  readonly stallSeconds: number;
  readonly signal: AbortSignal | undefined;
}

/** What a mirror sends. */
export interface Reply {
  /** The place of the first byte: the one asked for, or 0 if the mirror begins anew. */
  readonly start: number;
  readonly etag: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Why a mirror did not give the file, and what may help: to ask it again, to ask for the whole, or neither. */
export class MirrorError extends Error {
  readonly remedy: 'again' | 'whole' | 'none';

  constructor(reason: string, remedy: MirrorError['remedy']) {
    super(reason);
    this.remedy = remedy;
  }
}

/** Answers that another try may change: timeout, too early, too many requests; and all from 500. */
const PASSING = [408, 425, 429];

/** The bytes of a file from `from` on, redirects followed; a MirrorError if it answers or sends anything else. */
export async function askMirror(url: string, asked: Asked): Promise<Reply> {
  const patience = patient(asked);
  const response = await patience.waiting(fetch(url, { headers: headersOf(asked), signal: patience.signal }));
  try {
    const start = startOf(response, asked);
    checkContent(response, asked.bytes - start);
    const etag = response.headers.get('etag') ?? undefined;
    // A weak one does not stand for the same bytes.
    const strong = etag?.startsWith('W/') ? undefined : etag;
    return { start, etag: strong, chunks: chunksOf(response, start, asked.bytes, patience) };
  } catch (error) {
    patience.end();
    throw error;
  }
}

/** Packed on its way, a file that is gzip already would come unpacked. */
const headersOf = ({ from, etag }: Asked): Record<string, string> => ({
  'accept-encoding': 'identity',
  ...(from > 0 ? { range: `bytes=${from}-`, ...(etag ? { 'if-range': etag } : {}) } : {}),
});

function startOf({ status, statusText, headers }: Response, { from }: Asked): number {
  if (status === 200) return 0;
  if (status === 206 && headers.get('content-range')?.startsWith(`bytes ${from}-`)) return from;
  if (status === 206 || status === 416) throw new MirrorError(`did not go on from byte ${from}`, 'whole');
  const again = status >= 500 || PASSING.includes(status);
  throw new MirrorError(`answered ${`${status} ${statusText}`.trim()}`, again ? 'again' : 'none');
}

function checkContent({ headers }: Response, expected: number): void {
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) throw new MirrorError('answered with a page instead of the file', 'none');
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity')
    throw new MirrorError(`changed the file on its way (content-encoding ${headers.get('content-encoding')})`, 'none');
  const length = headers.get('content-length');
  if (length !== null && Number(length) !== expected)
    throw new MirrorError(`offered ${length} bytes where there should be ${expected}`, 'none');
}

async function* chunksOf(
  { body }: Response,
  start: number,
  bytes: number,
  { waiting, end }: Patience,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  let there = start;
  try {
    for (let value = await next(); value; value = await next()) {
      there += value.length;
      if (there > bytes) throw new MirrorError(`sent more than the ${bytes} bytes of the file`, 'none');
      yield value;
    }
  } finally {
    end();
  }
  if (there < bytes) throw new MirrorError(`broke off after ${there} of ${bytes} bytes`, 'again');

  async function next(): Promise<Uint8Array | undefined> {
    return reader && (await waiting(reader.read())).value;
  }
}

interface Patience {
  readonly signal: AbortSignal;
  /** What is waited for; a MirrorError if it does not come, or not in time. */
  readonly waiting: <Result>(wait: Promise<Result>) => Promise<Result>;
  /** Ends the connection. */
  readonly end: () => void;
}

/** A wait for a mirror that is no longer than is sensible, and ends once the file is no longer wanted. */
function patient({ stallSeconds, signal }: Asked): Patience {
  const controller = new AbortController();
  let stalled = false;
  const stall = () => {
    stalled = true;
    controller.abort();
  };
  return {
    signal: signal ? AbortSignal.any([controller.signal, signal]) : controller.signal,
    waiting: async (wait) => {
      const timer = setTimeout(stall, stallSeconds * 1000);
      try {
        return await wait;
      } catch (reason) {
        signal?.throwIfAborted();
        throw stalled ? new MirrorError(`sent nothing for ${stallSeconds} s`, 'again') : unreachable(reason);
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => controller.abort(),
  };
}

function unreachable(reason: unknown): MirrorError {
  const { message, cause } = reason as Error & { readonly cause?: NodeJS.ErrnoException };
  const why = cause?.message || cause?.code || message;
  return why.includes('redirect')
    ? new MirrorError(`sent the request on and on, and never to the file (${why})`, 'none')
    : new MirrorError(`could not be reached, or broke off (${why})`, 'again');
}

import { digest } from './digest.ts';
import type { Split } from './split.ts';

/**
 * The digest of a split or a fold, by which another can tell that it has the same rows: SHA-256 of each part's name, a
 * colon, the row numbers with commas between them and a line feed, in alphabetical order of the names.
 */
export const splitDigest = (parts: Partial<Split>): Promise<string> =>
  digest(
    new TextEncoder().encode(
      Object.entries(parts)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, rows]) => `${name}:${rows.join()}\n`)
        .join(''),
    ),
  );

/**
 * Uniform numbers in [0, 1), one a call, the same for the same seed and stream: Chris Doty-Humphrey's small fast
 * counting generator, PractRand 2010.
 */
export function uniform(seed: number, stream: number): () => number {
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, stream | 0, 1];
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let k = 0; k < 15; k++) next();
  return next;
}

/** A seed of 53 random bits, as many as a seed has, from a stream of uniform numbers. */
export const seedFrom = (draw: () => number): number =>
  Math.floor(draw() * 2 ** 21) * 2 ** 32 + Math.floor(draw() * 2 ** 32);

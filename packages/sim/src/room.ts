/** So many numbers, zero at first; an error that says how many bytes they would take where there is no room for them. */
export function numbers(count: number): Float64Array {
  try {
    return new Float64Array(count);
  } catch {
    throw new Error(
      `The result has ${count.toLocaleString('en')} numbers and would take ${megabytes(8 * count)} of memory, which could not be had. Ask for fewer rows, or for expectation values instead of states.`,
    );
  }
}

/** So many rows of a width at once go into a simulator and out of it: 32 MiB of numbers, or a row at least. */
export const rowsAtOnce = (width: number) => Math.max(1, Math.floor(2 ** 22 / width));

/** So many bytes, in words. */
export const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;

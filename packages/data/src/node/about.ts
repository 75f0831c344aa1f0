/** What `read` makes of a file; its error with the path in front. */
export async function about<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (reason) {
    if (!(reason instanceof Error)) throw reason;
    if ('code' in reason && reason.code === 'ENOENT') throw new Error(`There is no file ${path}.`);
    throw new Error(`${path}: ${reason.message}`);
  }
}

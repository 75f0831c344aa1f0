/** What Atomics.wait said each time that it threw, caught or not: a page's main thread may not wait. */
export const refusedWaits: string[] = [];

const { wait } = Atomics;

Object.assign(Atomics, {
  wait: (...args: Parameters<typeof wait>) => {
    try {
      return wait(...args);
    } catch (error) {
      refusedWaits.push(String(error));
      throw error;
    }
  },
});

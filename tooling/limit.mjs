// An end to what might never end, without which nobody would tidy up after it.

/** A promise that is never kept: it fails after so many seconds, or when someone interrupts. To be raced against. */
export function limit(seconds) {
  const stopped = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`It was not done after ${seconds} s, and was stopped.`)), seconds * 1000).unref();
    // Each time, as npm hands on an interrupt that the terminal has sent already.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => reject(new Error(`It was stopped by ${signal}.`)));
    }
  });
  // Stopped before the race has begun, it is not unhandled.
  stopped.catch(() => {});
  return stopped;
}

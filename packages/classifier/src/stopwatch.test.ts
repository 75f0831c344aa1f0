import { afterEach, expect, test, vi } from 'vitest';
import { stopwatch } from './stopwatch.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('each share gets its own seconds, less those of what is timed within it', () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const takes = (seconds: number) => () => {
    now += 1000 * seconds;
    return seconds;
  };
  const { timed, seconds } = stopwatch();
  const result = timed('bridge', () => {
    takes(1)();
    return timed('circuit', takes(2)) + timed('head', () => timed('circuit', takes(4)) + takes(8)());
  });
  timed('head', takes(16));
  expect(result).toBe(14);
  expect(seconds).toEqual({ bridge: 1, circuit: 6, head: 24 });
});

import { expect, test } from 'vitest';
import { arena } from './arena.ts';

test('what cannot be had is refused with its size, and the rest goes on', () => {
  const small = arena(new WebAssembly.Memory({ initial: 1, maximum: 2 }), 'single');
  const first = small.take(100);
  expect(() => small.take(200_000)).toThrow('The simulator needs 1 MiB of memory, which could not be had');
  const second = small.take(100);
  expect(second).toBe(first + 112);
  small.numbers[second / 4] = 7;
  expect(small.numbers[second / 4]).toBe(7);
});

test('views are of all memory after it has grown', () => {
  const growing = arena(new WebAssembly.Memory({ initial: 1, maximum: 100 }), 'double');
  const address = growing.take(500_000);
  growing.numbers[(address + 499_992) / 8] = 3;
  growing.doubles[address / 8] = 2;
  expect(growing.numbers[(address + 499_992) / 8]).toBe(3);
  expect(growing.integers.byteLength).toBe(growing.memory.buffer.byteLength);
});

// A block of qubits that turn together by tangents, or back.
import { neg, splatAt } from './vector';
import { Block } from './layout';
import { rotate1, rotate2, rotate3 } from './rotate';

/** The block's tangents are at `tangents`, and which of its qubits are flipped at `flips`, each from its first place on. */
export function rotateBlock<T>(
  block: Block, tangents: usize, flips: usize, src: usize, dst: usize, size: u32, row: usize, back: bool,
): void {
  const at = tangents + block.first * sizeof<T>();
  let t0 = splatAt<T>(at);
  let t1 = splatAt<T>(at + sizeof<T>());
  let t2 = splatAt<T>(at + 2 * sizeof<T>());
  if (back) {
    t0 = neg<T>(t0);
    t1 = neg<T>(t1);
    t2 = neg<T>(t2);
  }
  const flipped = load<u32>(flips + (block.first << 2));
  const read = back ? 0 : flipped;
  const write = back ? flipped : 0;
  if (block.count == 3) rotate3<T>(src, dst, size, row, block.a, block.b, block.c, t0, t1, t2, read, write);
  else if (block.count == 2) rotate2<T>(src, dst, size, row, block.a, block.b, t0, t1, read, write);
  else rotate1<T>(src, dst, size, row, block.a, t0, read, write);
}

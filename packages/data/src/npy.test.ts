import { expect, test } from 'vitest';
import files from '../test/numpy-files.json';
import { parseNpy } from './npy.ts';

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

const TYPED = {
  b1: Uint8Array,
  u1: Uint8Array,
  i1: Int8Array,
  u2: Uint16Array,
  i2: Int16Array,
  u4: Uint32Array,
  i4: Int32Array,
  u8: BigUint64Array,
  i8: BigInt64Array,
  f4: Float32Array,
  f8: Float64Array,
};

test.each(files.arrays)('NumPy wrote $name, and it is read as NumPy reads it', ({ type, shape, values, npy }) => {
  const array = parseNpy(bytesOf(npy));
  expect(array.shape).toEqual(shape);
  expect(array.data).toBeInstanceOf(TYPED[type as keyof typeof TYPED]);
  expect(Array.from(array.data, String)).toEqual(values.map(String));
});

test('a file that begins anywhere in memory is read the same', () => {
  for (const { values, npy } of files.arrays) {
    const file = bytesOf(npy);
    const moved = new Uint8Array(file.length + 3);
    moved.set(file, 3);
    expect(Array.from(parseNpy(moved.subarray(3)).data, String)).toEqual(values.map(String));
  }
});

test.each(files.refused)('numbers of the type $name are refused', ({ name, npy }) => {
  expect(() => parseNpy(bytesOf(npy))).toThrow(
    name === 'O' ? 'has Python objects' : name === 'a record' ? 'The header of a .npy file is like' : `of type ${name}`,
  );
});

/** A file of format 1.0 with this header and so many bytes after it. */
function file(header: string, bytes: number): Uint8Array {
  const text = new TextEncoder().encode(header);
  return Uint8Array.from([
    0x93,
    ...new TextEncoder().encode('NUMPY'),
    1,
    0,
    text.length,
    0,
    ...text,
    ...Array(bytes).fill(7),
  ]);
}

test('a header may have its keys in another order and other quotes', () => {
  const { shape, data } = parseNpy(file('{"shape": (2L, 1L), "fortran_order": False, "descr": "|u1"}', 2));
  expect([shape, data]).toEqual([[2, 1], Uint8Array.of(7, 7)]);
});

const HEADER = "{'descr': '<u2', 'fortran_order': False, 'shape': (2,), }";

test.each<[string, Uint8Array, string]>([
  ['another kind of file', new TextEncoder().encode('PK and more'), 'A .npy file begins with 93 and NUMPY'],
  ['an empty file', new Uint8Array(), 'A .npy file begins with 93 and NUMPY'],
  [
    'a magic without a version',
    file(HEADER, 4).subarray(0, 6),
    'has format undefined, but formats 1 to 3 can be read.',
  ],
  ['a format of the future', file(HEADER, 4).with(6, 4), 'has format 4, but formats 1 to 3 can be read.'],
  ['a header cut short', file(HEADER, 4).subarray(0, 9), 'is cut short in its header.'],
  ['a header cut short later', file(HEADER, 4).subarray(0, 40), 'is cut short in its header.'],
  ['a header of many bytes', file(HEADER, 4).with(9, 255), 'but at most 10000 are read.'],
  ['numbers cut short', file(HEADER, 3), 'says 2 of 2 bytes each, but 3 bytes follow it: the file is cut short.'],
  ['numbers too many', file(HEADER, 5), 'but 5 bytes follow it: the file is too long.'],
  ['a program for a header', file("__import__('os').system('true')", 4), 'The header of a .npy file is like'],
  ['a shape that is none', file(HEADER.replace('(2,)', '(-2,)'), 4), 'The header of a .npy file is like'],
  ['a shape beyond all memory', file(HEADER.replace('(2,)', `(${'9'.repeat(40)},)`), 4), 'the file is cut short.'],
])('%s is refused', (_, bytes, message) => {
  expect(() => parseNpy(bytes)).toThrow(message);
});

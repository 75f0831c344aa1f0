import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import files from '../test/numpy-files.json';
import { npzArrays } from './npz.ts';
import { npzDataset } from './npz-dataset.ts';

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const { savez, savez_compressed, zeros } = files.npz;

test.each([
  ['savez', savez],
  ['savez_compressed', savez_compressed],
])('the arrays that %s wrote are there by their names', (_, base64) => {
  const arrays = npzArrays(bytesOf(base64));
  expect([...arrays.keys()]).toEqual(['x_train', 'y_train', 'x_test']);
  expect(arrays.get('x_train')).toEqual({ shape: [4, 2, 3], data: Uint8Array.from({ length: 24 }, (_, k) => 10 * k) });
  expect(arrays.get('y_train')).toEqual({ shape: [4], data: BigInt64Array.of(6n, 3n, 9n, 6n) });
  expect([...npzArrays(bytesOf(base64), { names: ['y_train'] }).keys()]).toEqual(['y_train']);
});

test('images and labels come from the arrays that Keras names so, unless told otherwise', () => {
  const { features, labels, classes, width, shape } = npzDataset(bytesOf(savez), { digits: [3, 6] });
  expect([...features]).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18, 19, 20, 21, 22, 23].map((k) => Math.fround((10 * k) / 255)),
  );
  expect([[...labels], classes, width, shape]).toEqual([[1, 0, 1], [3, 6], 6, [2, 3]]);
  expect(() => npzDataset(bytesOf(savez), { images: 'x_test' })).toThrow('There are 1 images, but 4 labels.');
});

test('an archive that unpacks to more than the limit is refused before it is unpacked', () => {
  const bomb = bytesOf(zeros);
  expect(npzArrays(bomb).get('a')?.data).toHaveLength(100_000);
  expect(() => npzArrays(bomb, { limit: 100_000 })).toThrow('have 100128 bytes, but the limit is 100000.');
  expect(() => npzArrays(directory(bomb, 24, 4_000_000_000))).toThrow(
    'have 4000000000 bytes, but the limit is 1073741824.',
  );
});

test('an archive that announces another size than it has is refused, and takes no more than it announces', () => {
  expect(() => npzArrays(directory(bytesOf(zeros), 24, 50_000))).toThrow('a: The header of this .npy file says 100000');
  expect(() => npzArrays(directory(bytesOf(zeros), 24, 200_000)).get('a')).not.toThrow();
});

test('files that overlap are counted each for itself', () => {
  const stored = zipSync({
    'a.npy': [new Uint8Array(600), { level: 0 }],
    'b.npy': [new Uint8Array(600), { level: 0 }],
  });
  expect(() => npzArrays(directory(stored, 24, 0), { limit: 1000 })).toThrow('have 1200 bytes, but the limit is 1000.');
});

test.each<[string, Uint8Array, string]>([
  ['a file of another kind', strToU8('label,x'), 'A .npz file is a zip archive, which begins with PK'],
  ['an empty file', new Uint8Array(), 'A .npz file is a zip archive'],
  ['an archive cut short', bytesOf(savez).subarray(0, 400), 'could not be unpacked (invalid zip data)'],
  ['an archive without arrays', zipSync({ 'read.me': strToU8('hello') }), 'has no array named x_train, but none.'],
  ['arrays of other names', zipSync({ 'x.npy': new Uint8Array(), 'y.npy': new Uint8Array() }), 'x_train, but x, y.'],
  [
    'an array that is none',
    zipSync({ 'x_train.npy': strToU8('hello'), 'y_train.npy': strToU8('') }),
    'x_train: A .npy file begins',
  ],
])('%s is refused', (_, bytes, message) => {
  expect(() => npzDataset(bytes)).toThrow(message);
});

/** The archive with another number in a field of every entry in its directory (PKZIP's APPNOTE, section 4.3.12). */
function directory(archive: Uint8Array, field: number, value: number): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let k = 0; k + 46 < copy.length; k++)
    if (view.getUint32(k, true) === 0x02014b50) view.setUint32(k + field, value, true);
  return copy;
}

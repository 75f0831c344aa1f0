import { npyHeader } from './npy-header.ts';

/** Numbers in the type that the file has them; truth values are bytes 0 and 1. */
export type NpyNumbers =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float32Array
  | Float64Array;

/** An array of NumPy: its dimensions, and its numbers with the last index running fastest. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly data: NpyNumbers;
}

interface NumberType {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, start: number, length: number): NpyNumbers;
}

/** NumPy's names of types, with the array that holds each. */
const TYPES: ReadonlyMap<string, NumberType> = new Map<string, NumberType>([
  ['b1', Uint8Array],
  ['u1', Uint8Array],
  ['i1', Int8Array],
  ['u2', Uint16Array],
  ['i2', Int16Array],
  ['u4', Uint32Array],
  ['i4', Int32Array],
  ['u8', BigUint64Array],
  ['i8', BigInt64Array],
  ['f4', Float32Array],
  ['f8', Float64Array],
]);

/**
 * The array in a `.npy` file of NumPy (format 1.0 to 3.0; NEP 1), of whole numbers, floats or truth values, in either
 * byte order and in C or Fortran order. It shares the memory of `bytes` where it can. Python objects are refused:
 * nothing in the file is ever evaluated.
 */
export function parseNpy(bytes: Uint8Array): NpyArray {
  const { order, type: name, fortran, shape, start } = npyHeader(bytes);
  const type = TYPES.get(name);
  if (!type)
    throw new Error(
      `This .npy file has numbers of type ${name}, but only ${[...TYPES.keys()].join(', ')} are read. ` +
        "Save them as floats: np.save(path, array.astype('float32')).",
    );
  const size = type.BYTES_PER_ELEMENT;
  const count = shape.reduce((product, length) => product * length, 1);
  const data = bytes.subarray(start);
  if (data.length !== count * size)
    throw new Error(
      `The header of this .npy file says ${shape.join(' × ') || 'one number'} of ${size} bytes each, ` +
        `but ${data.length} bytes follow it: the file is ${data.length < count * size ? 'cut short' : 'too long'}. ` +
        'Save or download it again.',
    );
  const native = order !== '>' || size === 1;
  const strided = fortran && shape.length > 1;
  const aligned =
    native && !strided && data.byteOffset % size === 0 ? data : reordered(data, size, shape, fortran, native);
  return { shape, data: new type(aligned.buffer, aligned.byteOffset, count) };
}

/** A copy with the last index running fastest and the bytes of each number in the machine's order. */
function reordered(
  data: Uint8Array,
  size: number,
  shape: readonly number[],
  fortran: boolean,
  native: boolean,
): Uint8Array {
  const copy = new Uint8Array(data.length);
  const steps = strides(shape, fortran);
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < copy.length; to += size) {
    for (let k = 0; k < size; k++) copy[to + k] = data[from + (native ? k : size - 1 - k)];
    // The index counts up like an odometer, and `from` moves along.
    let axis = shape.length - 1;
    from += size * (steps[axis] ?? 0);
    while (axis >= 0 && ++index[axis] === shape[axis]) {
      from -= size * steps[axis] * shape[axis];
      index[axis--] = 0;
      from += size * (steps[axis] ?? 0);
    }
  }
  return copy;
}

/** How many numbers lie between neighbours along each axis. */
function strides(shape: readonly number[], fortran: boolean): readonly number[] {
  const steps = shape.map(() => 1);
  if (fortran) for (let k = 1; k < shape.length; k++) steps[k] = steps[k - 1] * shape[k - 1];
  else for (let k = shape.length - 2; k >= 0; k--) steps[k] = steps[k + 1] * shape[k + 1];
  return steps;
}

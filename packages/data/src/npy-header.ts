/** What the first bytes of a `.npy` file say. */
export interface NpyHeader {
  /** Of the bytes of a number: `<` the least first, `>` the greatest first, `|` of one byte. */
  readonly order: string;
  /** NumPy's name of the numbers, such as `u1` or `f4`. */
  readonly type: string;
  /** Whether the first index runs fastest. */
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the numbers start. */
  readonly start: number;
}

/** 93, which no text begins with, and NUMPY. */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** NumPy itself reads no longer header from a file that it does not trust. */
const LONGEST = 10_000;

/** The header: a Python dictionary with three known keys, read as text by their patterns and never evaluated. */
export function npyHeader(bytes: Uint8Array): NpyHeader {
  if (MAGIC.some((byte, k) => bytes[k] !== byte))
    throw new Error(
      'A .npy file begins with 93 and NUMPY, but this one does not. It is of another kind, damaged or no binary copy.',
    );
  const version = bytes[6];
  if (!(version >= 1 && version <= 3))
    throw new Error(`This .npy file has format ${version}, but formats 1 to 3 can be read. Save it with NumPy 1 or 2.`);
  const from = version === 1 ? 10 : 12;
  if (bytes.length < from) throw new Error('This .npy file is cut short in its header. Save or download it again.');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST)
    throw new Error(`The header of this .npy file has ${length} bytes, but at most ${LONGEST} are read.`);
  if (bytes.length < from + length)
    throw new Error('This .npy file is cut short in its header. Save or download it again.');
  const text = new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(bytes.subarray(from, from + length));
  return { ...parts(text), start: from + length };
}

function parts(text: string): Omit<NpyHeader, 'start'> {
  const descr = /(['"])descr\1\s*:\s*(['"])([<>|=])(\w+)\2/.exec(text);
  const fortran = /(['"])fortran_order\1\s*:\s*(True|False)\b/.exec(text);
  const shape = /(['"])shape\1\s*:\s*\(([\d\s,L]*)\)/.exec(text);
  if (descr?.[4] === 'O')
    throw new Error(
      'This .npy file has Python objects, which can only be read by running what it says. ' +
        "Save numbers instead: np.save(path, array.astype('float32')).",
    );
  if (!descr || !fortran || !shape || !/^\s*\{.*\}\s*$/s.test(text))
    throw new Error(
      "The header of a .npy file is like {'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }, " +
        `but this one is ${JSON.stringify(text.trim().slice(0, 100))}.`,
    );
  return { order: descr[3], type: descr[4], fortran: fortran[2] === 'True', shape: lengths(shape[2]) };
}

/** `(3, 2)`, `(3,)` and `()`, which is a single number. */
const lengths = (tuple: string): readonly number[] => (tuple.match(/\d+/g) ?? []).map(Number);

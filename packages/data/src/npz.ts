import { type UnzipFileInfo, unzipSync } from 'fflate';
import { type NpyArray, parseNpy } from './npy.ts';

/** What to unpack of an archive. */
export interface NpzOptions {
  /** The arrays to unpack; by default all. */
  readonly names?: readonly string[];
  /** How many bytes these may have in all, unpacked: 1 GiB by default. */
  readonly limit?: number;
}

/**
 * The arrays of a `.npz` file by their names, as np.savez and np.savez_compressed write them. No more memory is taken
 * than the archive announces, and none if that is above the limit. The archive's checksums are not checked.
 */
export function npzArrays(
  bytes: Uint8Array,
  { names, limit = 2 ** 30 }: NpzOptions = {},
): ReadonlyMap<string, NpyArray> {
  const all = filesIn(bytes);
  const missing = names?.find((name) => !all.some((file) => file.name === fileOf(name)));
  if (missing !== undefined)
    throw new Error(
      `This .npz file has no array named ${missing}, but ${all.map(({ name }) => nameOf(name)).join(', ') || 'none'}.`,
    );
  const wanted = names ? all.filter(({ name }) => names.includes(nameOf(name))) : all;
  // A file that is stored as it is takes its packed size, whatever else it announces.
  const announced = wanted.reduce((sum, { size, originalSize }) => sum + Math.max(size, originalSize), 0);
  if (announced > limit)
    throw new Error(
      `Unpacked, these arrays of a .npz file have ${announced} bytes, but the limit is ${limit}. ` +
        'Unpack fewer of them, or give a higher limit.',
    );
  const files = unzipped(bytes, ({ name }) => wanted.some((file) => file.name === name));
  return new Map(Object.entries(files).map(([name, file]) => [nameOf(name), parsed(nameOf(name), file)]));
}

const fileOf = (name: string): string => `${name}.npy`;
const nameOf = (file: string): string => file.replace(/\.npy$/, '');

/** Names and sizes, by the archive's directory alone. */
function filesIn(bytes: Uint8Array): readonly UnzipFileInfo[] {
  const files: UnzipFileInfo[] = [];
  unzipped(bytes, (file) => {
    if (file.name.endsWith('.npy')) files.push(file);
    return false;
  });
  return files;
}

function unzipped(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Readonly<Record<string, Uint8Array>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new Error('A .npz file is a zip archive, which begins with PK, but this one does not.');
  try {
    return unzipSync(bytes, { filter });
  } catch (reason) {
    throw new Error(
      `This .npz file could not be unpacked (${reason instanceof Error ? reason.message : reason}): ` +
        'it is cut short or damaged. Save or download it again, as binary.',
    );
  }
}

function parsed(name: string, file: Uint8Array): NpyArray {
  try {
    return parseNpy(file);
  } catch (reason) {
    throw new Error(`${name}: ${reason instanceof Error ? reason.message : reason}`);
  }
}

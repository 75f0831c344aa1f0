/** As many amplitudes as are held at once: 32 MB of them, in double precision. */
const MOST_AMPLITUDES = 2 ** 21;

/** The list in blocks, one after another, of so many items that their states, some for each item, are not too many to hold. */
export function blocksOf<T>(items: readonly T[], qubits: number, states = 1): readonly (readonly T[])[] {
  const size = Math.max(1, Math.floor(MOST_AMPLITUDES / (states * 2 ** qubits)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) => items.slice(k * size, (k + 1) * size));
}

/**
 * The bytes that a compressed stream unpacks to. An error as soon as there are more than `most`, so that a small file
 * cannot fill the memory; also if the stream is cut short, damaged, or followed by other bytes.
 */
export async function inflated(packed: Uint8Array, format: CompressionFormat, most: number): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream(format));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((reason) => {
      throw new Error(`Its compressed data are cut short or damaged (${(reason as Error).message}).`);
    });
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error(`Its compressed data unpack to more than the ${most} bytes that its header calls for.`);
    }
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}

import type { Dataset } from './dataset.ts';

/** SHA-256, as 64 hexadecimal digits. */
export async function digest(data: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(data)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The digest of a dataset's features (little-endian, as on every current machine) followed by its labels. */
export function digestOf({ features, labels }: Dataset): Promise<string> {
  const bytes = new Uint8Array(features.byteLength + labels.length);
  bytes.set(new Uint8Array(features.buffer, features.byteOffset, features.byteLength));
  bytes.set(labels, features.byteLength);
  return digest(bytes);
}

/** What was given, in a few words, for an error. */
export function shown(given: unknown): string {
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'string') return `"${given}"`;
  return typeof given === 'object' && given !== null ? 'an object' : String(given);
}

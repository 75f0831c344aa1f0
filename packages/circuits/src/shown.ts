/** What was given, in a few words, for an error. */
export const shown = (given: unknown): string =>
  Array.isArray(given) ? 'a list' : typeof given === 'object' && given !== null ? 'an object' : String(given);

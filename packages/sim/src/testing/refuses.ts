/** Throws unless the attempt does, with an error that has these words. */
export function refuses(attempt: () => unknown, words: string): void {
  let said = 'nothing';
  try {
    attempt();
  } catch (error) {
    said = error instanceof Error ? error.message : String(error);
  }
  if (!said.includes(words)) throw new Error(`An error with the words "${words}" was expected, but it said: ${said}`);
}

/** What a command ends with. */
export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** What the user gave cannot be worked with; nothing has been done yet. */
class InputError extends Error {}

/** Runs what can only fail by what the user gave: its errors are theirs to mend. */
export async function input<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isDefect(error)) throw error;
    throw new InputError((error as Error).message, { cause: error });
  }
}

export const exitCodeOf = (error: unknown) => (error instanceof InputError ? EXIT.usage : EXIT.failed);

/** One paragraph for people; the stack only where it helps. */
export function explained(error: unknown): string {
  if (isDefect(error) || process.env.HQNN_DEBUG) {
    const stack = error instanceof Error ? error.stack : String(error);
    return process.env.HQNN_DEBUG
      ? `${stack}`
      : `hqnn failed where it should not: ${error instanceof Error ? error.message : error}. Set HQNN_DEBUG=1 to see where.`;
  }
  return (error as Error).message;
}

/** Errors of the language, not ours: they say that the program is wrong, not what it was given. */
const isDefect = (error: unknown) =>
  !(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError;

// Named checks, counted: what every script that is no vitest run reports with.

/** Runs checks one after another, tells what was wrong with each that failed, and ends with `N passed, N failed`. */
export async function runChecks(checks) {
  let failed = 0;
  for (const [title, check] of checks) {
    try {
      await check();
    } catch (error) {
      failed++;
      console.log(
        `✗ ${title}\n${String(error.message ?? error)
          .trimEnd()
          .replace(/^(?=.)/gm, '  ')}\n`,
      );
    }
  }
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && checks.length > 0 ? 0 : 1;
}

/** Throws what a command printed unless it ended well. */
export function demandGreen({ all, code }) {
  if (code !== 0) throw new Error(all.trim() || `It ended with exit code ${code} and printed nothing.`);
}

/** Throws the complaints there are. */
export function none(...complaints) {
  if (complaints.length) throw new Error(complaints.join('\n'));
}

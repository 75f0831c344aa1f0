// What the test runs of all packages come to. Turbo keeps each run's report with its cache, so a replay counts as well.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaces } from './workspaces.mjs';

/** Prints a line a package and `N passed, N failed`; answers with the exit code. */
export function testTotals(green) {
  const reports = workspaces()
    .map(({ folder, manifest }) => ({ name: manifest.name, file: join(folder, 'coverage', 'tests.json') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, ...counts(JSON.parse(readFileSync(file, 'utf8'))) }));
  for (const report of reports) console.log(line(report));
  const sum = (field) => reports.reduce((total, report) => total + report[field], 0);
  // A package that does not build or type-check runs no test that could fail.
  const failed = green ? sum('failed') : Math.max(1, sum('failed'));
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 && reports.length > 0 ? 0 : 1;
}

function counts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

const line = ({ name, passed, failed, skipped }) =>
  `  ${name.padEnd(18)}${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** How every package is tested: from its sources and its neighbours' sources, nothing built first. */
export const packageTests = (options: object = {}) =>
  defineConfig({
    resolve: { conditions: ['hqnn-source'] },
    ssr: { resolve: { conditions: ['hqnn-source', 'node', 'import', 'module', 'default'] } },
    test: {
      globalSetup: fileURLToPath(new URL('./kernels.ts', import.meta.url)),
      include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'examples/**/*.test.ts'],
      testTimeout: 60_000,
      passWithNoTests: false,
      // The report is what `npm test` adds up; turbo keeps it as the task's output.
      reporters: ['default', ['json', { outputFile: 'coverage/tests.json' }]],
      ...options,
    },
  });

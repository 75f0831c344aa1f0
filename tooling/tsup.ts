import { defineConfig, type Options } from 'tsup';

/** How every package is built: one place, so that a successor of tsup is a small change. */
export const packageBuild = (entry: Options['entry'], options: Options = {}) =>
  defineConfig({
    entry: entry as NonNullable<Options['entry']>,
    format: ['esm'],
    target: 'es2022',
    platform: 'neutral',
    // Declarations need the type packages, which a set-up for training alone does not install.
    dts: process.env.HQNN_DTS === 'off' ? false : { compilerOptions: { ignoreDeprecations: '6.0' } },
    sourcemap: true,
    clean: true,
    treeshake: true,
    ...options,
  });

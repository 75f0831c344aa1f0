import { test } from 'vitest';
import { simulatorContract } from '../testing.ts';
import { wasm } from './wasm.ts';

test.each(simulatorContract(() => wasm({ precision: 'double' }), { tolerance: 1e-12 }))(
  'wasm in double precision: $title',
  ({ check }) => check(),
);
test.each(simulatorContract(() => wasm({ precision: 'double', fuse: false }), { tolerance: 1e-12 }))(
  'wasm in double precision, gate by gate: $title',
  ({ check }) => check(),
);
test.each(simulatorContract(() => wasm({ precision: 'single' }), { tolerance: 5e-6 }))(
  'wasm in single precision: $title',
  ({ check }) => check(),
);

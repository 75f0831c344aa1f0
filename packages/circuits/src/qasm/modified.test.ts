import { expect, test } from 'vitest';
import { opsOf, refusal, THREE } from '../../test/qasm-ops.ts';

test('a root is no power here: what is there in its place is said', () => {
  for (const power of ['1/2', '0.5'])
    expect(refusal(`${THREE}qubit q; pow(${power}) @ x q;`)).toBe(
      'pow takes a whole number, but was given 0.5: roots are not supported. Those of x and z are sx and s.',
    );
  expect(opsOf(`${THREE}qubit q; pow(4/2) @ x q;`)).toEqual(['x 0', 'x 0']);
});

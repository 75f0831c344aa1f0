import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QasmError, readQasm } from '../src/index.ts';

/** Reads or refuses: anything but a QasmError is a fault of the reader. */
function survives(text: string): boolean {
  try {
    readQasm(text);
    return true;
  } catch (error) {
    if (!(error instanceof QasmError)) throw error;
    expect(error.message).toMatch(/^text:\d+:\d+: \S/);
    return false;
  }
}

const sound = [
  'OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[3];\ncreg c[3];\ngate foo(a, b) x, y { u3(a/2, -b, pi^2) x; cx x, y; }\nfoo(1, 2) q[0], q[1];\nh q;\nrzz(0.1) q[2], q[1];\nmeasure q -> c;\n',
  'OPENQASM 3.0;\ninclude "stdgates.inc";\ninput float[64] theta_0;\nconst int n = 2;\nqubit[2*n] q;\nbit[4] c;\nlet a = q[0:2:3] ++ q[{1, 3}];\nfor int i in [0:n] { ctrl(2) @ negctrl @ inv @ pow(2) @ rx(theta_0*2 + π) q[i], q[(i+1)%4], q[(i+2)%4], q[(i+3)%4]; }\nc = measure q;\n',
  'OPENQASM 3.0;\ninclude "stdgates.inc";\n#pragma braket verbatim\ninput float[64] _θ_1_;\narray[float[64], 2] a = {0.5, 1.5};\ngate g(t) b { pow(2) @ rx(t/a[1]) b; }\ng(_θ_1_ + a[0]) $0;\ncnot $0, $2;\nbit[1] c = "0";\nc[0] = measure $2;\n',
];

const words = [...new Set(sound.join(' ').match(/\w+|\S/g))];

test('text of any characters is read or refused, never worse', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      survives(text);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('words of the language in any order are read or refused, never worse', () => {
  const text = fc.array(fc.constantFrom(...words, '1e308', '99999999999999999999', '-', '(', '[', '{', ';'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, (list) => {
      survives(list.join(' '));
    }),
    { seed: 2, numRuns: 3000 },
  );
});

test('a sound text in which something was cut, doubled or replaced is read or refused, never worse', () => {
  const edit = fc.record({
    base: fc.constantFrom(...sound),
    from: fc.nat(400),
    length: fc.nat(12),
    insert: fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 }), fc.nat().map(String)),
  });
  let read = 0;
  fc.assert(
    fc.property(edit, ({ base, from, length, insert }) => {
      if (survives(base.slice(0, from) + insert + base.slice(from + length))) read++;
    }),
    { seed: 3, numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(100);
});

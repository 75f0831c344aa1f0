import { expect, test } from 'vitest';
import { QasmError, readQasm } from '../src/index.ts';
import { THREE } from './qasm-ops.ts';

/** Far more than any of them takes, and far less than one that has no limit. */
const SECONDS = 20;

const deep = 20_000;

/** Many pieces of text, one after another. */
const many = (count: number, piece: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => piece(k)).join('');

/** A sum of the inputs t_0, t_1, …, and their declarations. */
const sum = (count: number, name = 't') => `(${many(count, (k) => `${k > 0 ? '+' : ''}${name}_${k}`)})`;
const inputs = (count: number, name = 't') => many(count, (k) => `input float ${name}_${k}; `);

const forever = 'for int i in [0:99999]';

test.each([
  ['brackets', `qubit q; U(${'('.repeat(deep)}1${')'.repeat(deep)}, 0, 0) q;`],
  ['minus signs', `qubit q; U(${'-'.repeat(deep)}1, 0, 0) q;`],
  ['powers', `qubit q; U(${'2**'.repeat(deep)}1, 0, 0) q;`],
  ['a long sum', `qubit q; U(${'1+'.repeat(deep)}1, 0, 0) q;`],
  ['calls', `qubit q; U(${'sin('.repeat(deep)}1${')'.repeat(deep)}, 0, 0) q;`],
  ['blocks', `qubit q; ${'for int i in [0:1] {'.repeat(deep)}${'}'.repeat(deep)}`],
  ['loops without brackets', `qubit q; ${'for int i in [0:1] '.repeat(deep)} U(0, 0, 0) q;`],
  [
    'definitions on one another',
    `qubit q; gate g0 a { U(0, 0, 0) a; } ${Array.from({ length: 5000 }, (_, k) => `gate g${k + 1} a { g${k} a; }`).join(' ')} g5000 q;`,
  ],
  ['a power of ten digits', 'qubit q; gate f a { U(1, 0, 0) a; U(0, 1, 0) a; } pow(9999999999) @ f q;'],
  ['powers of powers', 'qubit q; gate f a { U(1, 0, 0) a; U(0, 1, 0) a; } pow(1000) @ pow(1000) @ pow(1000) @ f q;'],
  ['powers of nothing', 'qubit q; gate f a { } pow(9999999999999) @ f q;'],
  ['modifiers', `qubit q; ${'inv @ '.repeat(deep)} U(0, 0, 0) q;`],
  ['a loop of billions', 'qubit q; for int i in [0:9999999999] U(0, 0, 0) q;'],
  ['a register of billions', 'qubit[9999999999] q;'],
  ['bits of billions', 'qubit q; bit[9999999999] c;'],
  ['inputs of billions', 'qubit q; input array[float[64], 9999999999] theta;'],
  ['a comment without an end', `qubit q; /* ${'*'.repeat(deep)}`],
  ['spaces', `${' '.repeat(deep)}qubit q;${'\n'.repeat(deep)}`],
  ['indices', `qubit[2] q; U(0, 0, 0) q${'[0:1]'.repeat(deep)};`],
  ['sums of inputs', `${THREE}${inputs(300)} qubit q; rx(${sum(300)}) q;`],
  ['sums of more inputs', `${THREE}${inputs(5000)} qubit q; rx(${sum(5000)}) q;`],
  ['sums of inputs in a loop', `${THREE}${inputs(990)} qubit q; ${forever} rx(${sum(990)}) q;`],
  ['products of sums', `${THREE}${inputs(300)} ${inputs(300, 'x')} qubit q; rx(${sum(300)}*${sum(300, 'x')}) q;`],
  ['arrays of inputs', `${many(300, (k) => `input array[float, 100000] a${k}; `)} qubit q;`],
  ['names of inputs', `input float _a${'_1_'.repeat(deep)}b; qubit q;`],
  ['names of gates', `${THREE}qubit q; ${'c'.repeat(deep)} q;`],
  ['aliases that double', `qubit[2] a0; ${many(40, (k) => `let a${k + 1} = a${k} ++ a${k}; `)}`],
  ['aliases in a loop', `qubit q; ${forever} { let a = q${' ++ q'.repeat(1000)}; }`],
  [
    'sums in loops in loops',
    `${THREE}qubit q; ${'for int i in [0:0] '.repeat(95)} ${forever} rx(${'pi+'.repeat(50_000)}1) q;`,
  ],
  ['barriers in a loop', `qubit q; ${forever} barrier ${'q,'.repeat(5000)}q;`],
  ['measurements in a loop', `qubit[30] q; ${forever} { ${'measure q; '.repeat(5000)} }`],
  ['bits in a loop', `qubit q; ${forever} bit b;`],
  ['lists in a loop', `qubit q; ${forever} for int j in {${'1,'.repeat(deep)}} { }`],
  ['loops of nothing', `qubit q; ${`${forever} { } `.repeat(5000)}`],
  ['qubits of a gate', `gate g ${many(30_000, (k) => `a${k}, `)}b { } qubit q;`],
  [
    'angles of a gate',
    `gate g(${many(15_000, (k) => `a${k}, `)}b) q { U(${many(8000, (k) => `a${k}+`)}b, 0, 0) q; } qubit q;`,
  ],
  ['controls', `gate g ${many(15_000, (k) => `a${k}, `)}b { ctrl(14999) @ pow(400000) @ x b; } qubit q;`],
  ['powers under controls', `${THREE}qubit[30] q; ctrl(29) @ pow(300000) @ x ${many(29, (k) => `q[${k}], `)}q[29];`],
  ['a long gate called as one of the table', `${THREE}gate ccx a, b, c { pow(190000) @ h a; } qubit q;`],
  ['gates that do nothing', `${THREE}qubit[30] q; ${forever} { ${'id q; '.repeat(5000)} }`],
  [
    'definitions that double',
    `${THREE}qubit[4] q; gate g0 a, b, c, d { rc3x a, b, c, d; } ${many(60, (k) => `gate g${k + 1} a, b, c, d { g${k} a, b, c, d; g${k} a, b, c, d; } `)} g60 q[0], q[1], q[2], q[3];`,
  ],
  [
    'sums of inputs that are undone',
    `${THREE}${inputs(990)} qubit q; gate g(a) b { ${'inv @ inv @ inv @ inv @ rx(a) b; '.repeat(2000)} } ${forever} g(${sum(990)}) q;`,
  ],
  ['lines that end without a line feed', `${THREE}qubit q;${'// note\rx q;'.repeat(10_000)}`],
])('%s without end are read or refused in good time', (_, text) => {
  const start = process.cpuUsage();
  try {
    readQasm(text);
  } catch (error) {
    expect(error).toBeInstanceOf(QasmError);
  }
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(SECONDS);
});

test.each([
  'input float t; qubit q; rx(t*1e200*1e200) q;',
  'input float t; qubit q; u2(t*1.7e308, t*1.7e308) q;',
  'input float t; input float x; qubit q; rx((t*1e200 + 1)*(x*1e200 + 1)) q;',
  'qubit q; pow(9007199254740991) @ rx(1e300) q;',
  'qubit q; ctrl @ pow(9007199254740991) @ gphase(1e300) q;',
  'qubit q; pow(100000000000000) @ pow(100000000000000) @ inv @ rx(1e300) q;',
  'gate g(a) q { rx(a*1e300) q; } qubit q; g(1e300) q;',
  'qubit q; u2(1.7e308, 1.7e308) q;',
  'const float a = 1e308; qubit q; rx(a + a) q;',
])('an angle that is not finite is refused: %s', (text) => {
  expect(() => readQasm(THREE + text)).toThrow(QasmError);
  expect(() => readQasm(THREE + text)).toThrow(/^text:3:\d+: .* finite number/);
});

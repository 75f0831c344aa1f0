import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { expectation, Z } from '../src/index.ts';

type Package = typeof import('../src/index.ts');

const source = fileURLToPath(new URL('../src', import.meta.url));
// Inside the package, so that its imports are found, and where git and the build do not look.
const coverage = fileURLToPath(new URL('../coverage', import.meta.url));
mkdirSync(coverage, { recursive: true });
const folder = mkdtempSync(join(coverage, 'added-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the sources to which lines are added, each after the first line that begins so. */
interface Addition {
  readonly lines?: readonly (readonly [file: string, after: string, line: string])[];
  readonly files?: Readonly<Record<string, string>>;
}

/** The package with an addition, and how many lines of which files it took. */
async function added(name: string, { lines = [], files = {} }: Addition) {
  const copy = join(folder, name);
  cpSync(source, copy, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  for (const [file, after, line] of lines) {
    const text = readFileSync(join(copy, file), 'utf8').split('\n');
    const place = text.findIndex((one) => one.startsWith(after));
    if (place < 0) throw new Error(`${file} has no line that begins with ${after}.`);
    writeFileSync(join(copy, file), text.toSpliced(place + 1, 0, line).join('\n'));
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(join(copy, file), text);
  const everything: Package & Readonly<Record<string, unknown>> = await import(
    /* @vite-ignore */ join(copy, 'index.ts')
  );
  return { everything, changed: changes(copy) };
}

/** Lines added to files that were there, and files that were not. */
function changes(copy: string) {
  const files = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const before = new Set(readdirSync(source, { recursive: true, encoding: 'utf8' }));
  const lengthOf = (path: string) => readFileSync(path, 'utf8').split('\n').length;
  const grown = files
    .filter((file) => before.has(file))
    .map((file) => lengthOf(join(copy, file)) - lengthOf(join(source, file)));
  return {
    lines: grown.reduce((sum, count) => sum + count, 0),
    files: files.filter((file) => !before.has(file)).length,
  };
}

test('a gate with an angle is two lines: a row and an export', async () => {
  const { everything: c, changed } = await added('rotation', {
    lines: [
      ['gates.ts', '  rzz: rotation', "  rzx: rotation('ZX'),"],
      ['op.ts', 'export const rzz', 'export const rzx = gate(GATES.rzx);'],
    ],
  });
  expect(changed).toEqual({ lines: 2, files: 0 });
  const rzx = c.rzx as Package['rzz'];
  const one = c.circuit(3, c.h(2), c.ry(0.4, 0), rzx(0.7, 0, 1), c.controlled(rzx(c.vector('theta', 1)[0], 2, 1), 0));
  expect(c.draw(one)).toContain('RZX');
  expect(c.svg(one)).toContain('ZX');
  expect(c.quantikz(one)).toContain('ZX');
  expect(c.readQasm(c.qasm(one, { params: { theta: [0.3] } })).circuit.qubits).toBe(3);
  const undone = c.circuit(3, one, c.inverse(one));
  expect(c.expectation(undone, c.Z(1))({ theta: [0.3] })).toBeCloseTo(1, 12);
  // ⟨Z⟩ on the target of exp(−iα ZX/2) on |0⟩ is cos α.
  expect(c.expectation(c.circuit(2, rzx(0.7, 0, 1)), c.Z(1))()).toBeCloseTo(Math.cos(0.7), 12);
});

test('a gate without an angle is two lines too', async () => {
  const { everything: c, changed } = await added('fixed', {
    lines: [
      ['gates.ts', '  sx: fixed', '  sy: fixed([[a, [-1 / 2, -1 / 2]], [a, a]]),'],
      ['op.ts', 'export const sx =', 'export const sy = gate(GATES.sy);'],
    ],
  });
  expect(changed).toEqual({ lines: 2, files: 0 });
  const sy = c.sy as Package['sx'];
  const squared = c.unitary(c.circuit(1, sy(0), sy(0)));
  c.unitary(c.circuit(1, c.y(0))).forEach((value, k) => {
    expect(squared[k]).toBeCloseTo(value, 12);
  });
  const one = c.circuit(2, c.h(0), c.controlled(sy(1), 0), c.inverse(c.circuit(1, sy(0))));
  expect(c.draw(one)).toContain('SY†');
  for (const version of [2, 3] as const)
    expect(c.expectation(c.readQasm(c.qasm(one, { version })).circuit, c.X(1))()).toBeCloseTo(
      c.expectation(one, c.X(1))(),
      12,
    );
});

test('an encoding, or an ansatz, is one file and one export', async () => {
  const { everything: c, changed } = await added('encoding', {
    lines: [['index.ts', 'export { type AngleEncodingOptions', "export { ladder } from './encodings/ladder.ts';"]],
    files: {
      'encodings/ladder.ts': [
        "import type { Angle } from '../angle.ts';",
        "import { type Circuit, circuit } from '../circuit.ts';",
        "import { cx, ry } from '../op.ts';",
        'export const ladder = (angles: readonly Angle[]): Circuit =>',
        '  circuit(angles.length, angles.map((angle, q) => [ry(angle, q), q > 0 ? cx(q - 1, q) : []]));',
      ].join('\n'),
    },
  });
  expect(changed).toEqual({ lines: 1, files: 1 });
  const ladder = c.ladder as (
    angles: Package['features'] extends (n: number) => infer Angles ? Angles : never,
  ) => ReturnType<Package['circuit']>;
  const one = c.reuploading(2, { features: 4, layers: 2, encoding: ladder(c.features(2)) });
  expect(c.compile(one).program.features).toBe(4);
  expect(expectation(ladder(c.features(1)), Z(0))({ x: [0.3] })).toBeCloseTo(Math.cos(0.3), 12);
});

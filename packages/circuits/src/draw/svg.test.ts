import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { all, areaOfBox, areaOfText, type Element, inside, overlap, parsed, textOf } from '../../test/parsed-svg.ts';
import { randomCircuit } from '../../test/random-circuit.ts';
import { features, plus, times, vector } from '../angle.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { amplitudeEncoding } from '../encodings/amplitude-encoding.ts';
import { reuploading } from '../encodings/reuploading.ts';
import { type Gate, rotation } from '../gates.ts';
import { controlled, cx, gate, h, type Op, rz } from '../op.ts';
import { ROWS } from '../table-name.ts';
import { labelOf, spelled } from './label.ts';
import { svg } from './svg.ts';

const LONG = plus(times(-1.57, times(vector('scale', 13)[12], features(12)[11])), 0.785);

/** The gate on every other qubit, or on neighbours, and its controls from below. */
function placed(row: Gate, controls: number, step: number): Op {
  const targets = Array.from({ length: row.qubits }, (_, k) => 2 + k * step);
  const op = 'axis' in row ? gate(row)(LONG, ...targets) : gate(row)(...targets);
  return controlled(op, ...[0, 3].slice(0, controls).map((qubit) => (targets.includes(qubit) ? 5 : qubit)));
}

const drawn = (of: Circuit, options?: Parameters<typeof svg>[1]) => parsed(svg(of, options));
const opsOf = (picture: Element) => all(picture, 'g', 'hqnn-op');
const numbers = (path: string) => [...path.matchAll(/M([\d.]+) ([\d.]+)([HV])([\d.]+)/g)];

/** The heights of the wires of a system, by qubit. */
const wiresOf = (picture: Element) => [
  ...new Set(numbers(all(picture, 'path', 'hqnn-wires')[0].attributes.d).map(([, , y]) => Number(y))),
];

/** Where an op stands: on which wires are its controls, its boxes or marks, and what its line joins. */
function standing(picture: Element) {
  const [op] = opsOf(picture);
  const wires = wiresOf(picture);
  const on = (y: number) => wires.indexOf(y);
  const boxes = all(op, 'rect').map(areaOfBox);
  const dots = (ofClass?: string) => all(op, 'circle', ofClass).map(({ attributes }) => on(Number(attributes.cy)));
  const controls = dots('hqnn-control');
  const crosses = all(op, 'path').flatMap(({ attributes: { d } }) =>
    /12m0/.test(d) ? [on(Number(d.split(/[ l]/)[1]) + 6)] : [],
  );
  return {
    controls: controls.sort(),
    targets: [
      ...wires.flatMap((y, qubit) => (boxes.some(({ top, bottom }) => top < y && y < bottom) ? [qubit] : [])),
      ...dots().filter((qubit) => !controls.includes(qubit)),
      ...crosses,
    ].sort(),
  };
}

/** A wire goes on until a box, and again behind it. */
function expectWires(picture: Element) {
  const boxes = all(picture, 'rect').map(areaOfBox);
  for (const { attributes } of all(picture, 'path', 'hqnn-wires')) {
    const parts = numbers(attributes.d).map(([, start, y, , end]) => ({
      start: Number(start),
      y: Number(y),
      end: Number(end),
    }));
    expect(parts.map(({ start, y, end }) => `M${start} ${y}H${end}`).join('')).toBe(attributes.d);
    for (const [k, { start, y, end }] of parts.entries()) {
      expect(start).toBeLessThan(end);
      expect(boxes.some((box) => overlap(box, { left: start, right: end, top: y, bottom: y }))).toBe(false);
      const next = parts[k + 1];
      if (next?.y === y)
        expect(
          boxes.some(({ left, right, top, bottom }) => left === end && right === next.start && top < y && y < bottom),
        ).toBe(true);
    }
  }
}

function expectSound(picture: Element) {
  const texts = [
    ...all(picture, 'g')
      .filter(({ attributes }) => attributes['text-anchor'])
      .flatMap((g) => all(g, 'text').map((text) => areaOfText(text, 'end'))),
    ...[...opsOf(picture), ...all(picture, 'g', 'hqnn-start')].flatMap((g) => {
      const boxes = all(g, 'rect').map(areaOfBox);
      const inner = all(g, 'text').map((text) => areaOfText(text));
      for (const text of inner) expect(boxes.some((box) => inside(text, box))).toBe(true);
      return inner;
    }),
  ];
  texts.forEach((text, k) => {
    for (const other of texts.slice(0, k)) expect(overlap(text, other)).toBe(false);
  });
  expectWires(picture);
  const [, , width, height] = picture.attributes.viewBox.split(' ').map(Number);
  const page = { left: 0, top: 0, right: width, bottom: height };
  for (const area of [...texts, ...all(picture, 'rect').map(areaOfBox)]) expect(inside(area, page)).toBe(true);
}

describe.each([0, 1, 2])('under %i controls', (controls) => {
  test.each(ROWS)('$name is drawn on its qubits, and names itself', (row) => {
    for (const step of [1, 2]) {
      const op = placed(row, controls, step);
      const picture = drawn(circuit(8, op));
      expectSound(picture);
      const stands = standing(picture);
      expect(stands).toEqual({ controls: [...op.controls].sort(), targets: [...op.targets].sort() });
      const [group] = opsOf(picture);
      expect(group.attributes['data-label']).toBe(spelled(labelOf(op)));
      const name = spelled(labelOf({ gate: row, targets: [], controls: [], angle: 0 } as Op)).replace('(0)', '');
      const marked = all(group, 'rect').length === 0;
      expect(marked || all(group, 'text').some((text) => textOf(text) === name)).toBe(true);
      expect(marked && !('mark' in row)).toBe(false);
    }
  });
});

test('in random circuits no op is lost and no text touches another or leaves its box', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 3, max: 7 }), fc.nat(25), (seed, qubits, ops) => {
      const of = randomCircuit(seed, { qubits, ops, variable: true });
      const picture = drawn(of);
      expectSound(picture);
      const labels = opsOf(picture).map(({ attributes }) => attributes['data-label']);
      expect(labels.sort()).toEqual(of.ops.map((op) => spelled(labelOf(op))).sort());
      expect(all(picture, 'circle', 'hqnn-control')).toHaveLength(of.ops.flatMap((op) => op.controls).length);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('a random op stands on its own qubits, whatever it crosses', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const of = randomCircuit(seed, { qubits: 6, ops: 1, controls: 3 });
      const [{ controls, targets }] = of.ops;
      expect(standing(drawn(of))).toEqual({ controls: [...controls].sort(), targets: [...targets].sort() });
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('a picture keeps to its width where a column fits, and folds into systems', () => {
  const of = reuploading(4, { features: 16, layers: 4 });
  for (const width of [200, 340, 680, 900]) {
    const picture = drawn(of, { width });
    expectSound(picture);
    expect(Number(picture.attributes.width)).toBeLessThanOrEqual(width);
    expect(opsOf(picture)).toHaveLength(of.ops.length);
  }
  expect(all(drawn(of, { width: 340 }), 'path', 'hqnn-wires').length).toBeGreaterThan(3);
  expect(all(drawn(of, { width: Infinity }), 'path', 'hqnn-wires')).toHaveLength(1);
  expect(all(drawn(of, { width: 0 }), 'path', 'hqnn-wires').length).toBeGreaterThan(20);
});

test('a picture has a name and a description, and what it is called may be any text', () => {
  const title = '<b>"Bell" & \'co\'</b>\u0000\ud800';
  const picture = drawn(circuit(2, h(0), cx(0, 1)), { title });
  const [name, description] = picture.attributes['aria-labelledby'].split(' ');
  expect(picture.attributes.role).toBe('img');
  expect(all(picture, 'title').map((one) => [one.attributes.id, textOf(one)])).toEqual([
    [name, '<b>"Bell" & \'co\'</b>\ufffd\ufffd'],
  ]);
  expect(all(picture, 'desc').map((one) => [one.attributes.id, textOf(one)])).toEqual([
    [description, 'A quantum circuit on 2 qubits: 2 ops, depth 2.'],
  ]);
  const odd = gate({ name: '<x>&', ...rotation('Z') })(vector('theta', 1)[0], 0);
  expect(opsOf(drawn(circuit(1, odd)))[0].attributes['data-label']).toBe('<X>&(θ₀)');
});

test('ids are the same for the same picture, and differ for others', () => {
  const ids = [rz(0.1, 0), rz(0.1, 0), rz(0.2, 0)].map((op) => drawn(circuit(1, op)).attributes.id);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});

test('amplitudes are one box over all qubits', () => {
  const picture = drawn(circuit(3, amplitudeEncoding(8), h(1)));
  const [box] = all(all(picture, 'g', 'hqnn-start')[0], 'rect').map(areaOfBox);
  const wires = wiresOf(picture);
  expect(wires).toHaveLength(3);
  expect(wires.every((y) => box.top < y && y < box.bottom)).toBe(true);
  expect(textOf(all(picture, 'desc')[0])).toBe(
    'A quantum circuit on 3 qubits: 1 op, depth 1. It depends on 8 features.',
  );
});

test('a circuit of no ops is its wires', () => {
  expect(wiresOf(drawn(circuit(3)))).toHaveLength(3);
});

test('a width is a number', () => {
  expect(() => svg(circuit(1), { width: -1 })).toThrow('svg was given width -1.');
});

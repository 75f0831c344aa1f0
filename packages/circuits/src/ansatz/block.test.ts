import { expect, test } from 'vitest';
import { vector } from '../angle.ts';
import { circuit } from '../circuit.ts';
import { unitary } from '../measure.ts';
import { cx, rzz } from '../op.ts';
import { BLOCKS, type Block, ENTANGLERS, type EntanglerName } from './block.ts';
import { brickwork } from './brickwork.ts';
import { entangler } from './entangler.ts';
import { twoLocal } from './two-local.ts';

const all = Object.entries<Block>(BLOCKS).map(([name, block]) => ({ name, block }));

test.each(all)('$name turns by each of its weights, and by no more', ({ block }) => {
  const { ops } = circuit(2, block.on(vector('theta', block.weights), 0, 1));
  const used = ops.flatMap((op) => ('angle' in op && typeof op.angle === 'object' ? [op.angle.weight?.index] : []));
  expect(used.sort((a, b) => Number(a) - Number(b))).toEqual([...Array(block.weights).keys()]);
});

test.each(Object.keys(ENTANGLERS) as EntanglerName[])('%s entangles pairs, control first', (name) => {
  const { ops } = entangler(3, { entangler: name, topology: 'star' });
  expect(ops.map(({ controls, targets }) => [...controls, ...targets])).toEqual([
    [0, 1],
    [0, 2],
  ]);
});

/** Steps of central differences, and the length below which a direction is taken for one that is there already. */
const STEP = 1e-4;
const NEGLIGIBLE = 1e-5;

/** In how many independent directions the unitary of a block moves when its weights do. */
function directions(block: Block): number {
  const u = circuit(2, block.on(vector('theta', block.weights), 0, 1));
  const theta = Array.from({ length: block.weights }, (_, k) => 2 * Math.sin(5 * k + 2));
  const slopes = theta.map((angle, k) => {
    const [up, down] = [STEP, -STEP].map((step) => unitary(u, { theta: theta.with(k, angle + step) }));
    return [...up].map((value, entry) => (value - down[entry]) / (2 * STEP));
  });
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, k) => sum + value * b[k], 0);
  const basis: number[][] = [];
  for (const slope of slopes) {
    const rest = basis.reduce((left, one) => left.map((value, k) => value - dot(left, one) * one[k]), slope);
    const length = Math.sqrt(dot(rest, rest));
    if (length > NEGLIGIBLE) basis.push(rest.map((value) => value / length));
  }
  return basis.length;
}

test('so4 is real and moves in the 6 directions of SO(4), su4 in the 15 of SU(4)', () => {
  expect(directions(BLOCKS.so4)).toBe(6);
  expect(directions(BLOCKS.su4)).toBe(15);
  const real = unitary(circuit(2, BLOCKS.so4.on([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 0, 1)));
  expect(real.every((value, k) => k % 2 === 0 || value === 0)).toBe(true);
});

test('a block of one’s own does for an entangler and for a brick', () => {
  const own: Block = { weights: 1, on: ([angle], one, other) => [cx(one, other), rzz(angle, one, other)] };
  const names = (ops: ReturnType<typeof entangler>['ops']) => ops.map(({ gate }) => gate.name).join(' ');
  expect(names(entangler(3, { entangler: own, topology: 'linear' }).ops)).toBe('x rzz x rzz');
  expect(names(brickwork(4, { block: own }).ops)).toBe('x rzz x rzz x rzz');
  expect(names(twoLocal(2, { entangler: own, final: false }).ops)).toBe('ry ry x rzz');
});

test('what is no block is refused', () => {
  const on: Block['on'] = (_, one, other) => cx(one, other);
  expect(() => entangler(3, { entangler: { weights: 1.5, on } })).toThrow('The entangler given has 1.5 weights.');
  expect(() => brickwork(3, { block: 'so5' as 'so4' })).toThrow('There is no block so5. There are cnot,');
  const greedy: Block = { weights: 1, on: ([, second], one, other) => rzz(second, one, other) };
  expect(() => brickwork(3, { block: greedy })).toThrow('rzz was given undefined for an angle.');
});

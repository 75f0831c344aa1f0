import { expect, test } from 'vitest';
import { noteRows, withRows } from './noted-rows.ts';

const [one, other] = [{}, {}];
const row = (...features: number[]) => Float32Array.from(features);

test('rows are told by what was differentiated, call after call', () => {
  const { result, rows } = withRows(() => {
    noteRows(one, row(1));
    noteRows(other, row(2));
    noteRows(one, row(3));
    return 'done';
  });
  expect(result).toBe('done');
  expect(rows.get(one)).toEqual([row(1), row(3)]);
  expect(rows.get(other)).toEqual([row(2)]);
});

test('rows are kept as they were, whatever becomes of the array', () => {
  const own = row(1, 2);
  const { rows } = withRows(() => noteRows(one, own));
  own.fill(7);
  expect(rows.get(one)).toEqual([row(1, 2)]);
});

test('an error within another hands the rows back to that', () => {
  const failing = () => {
    throw new Error('no slopes');
  };
  const { rows } = withRows(() => {
    expect(() => withRows(failing)).toThrow('no slopes');
    noteRows(one, row(1));
  });
  expect(rows.get(one)).toEqual([row(1)]);
});

test('who waits within another gets its own', () => {
  const { result, rows } = withRows(() => {
    const inner = withRows(() => noteRows(one, row(1)));
    noteRows(other, row(2));
    return inner.rows;
  });
  expect([...result.keys()]).toEqual([one]);
  expect([...rows.keys()]).toEqual([other]);
});

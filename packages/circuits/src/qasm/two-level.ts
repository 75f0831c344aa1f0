import { type Complex, complex, product, total } from '../complex.ts';
import { adjointGate, type Fixed, fixed } from '../gates.ts';
import { controlled, cx, gate, type Op, p, x } from '../op.ts';
import { ROUNDING } from '../tolerance.ts';

/**
 * A gate on n qubits as gates on one, each under n − 1 controls: its matrix is made triangular by rotations of two
 * rows at a time, and what is left are phases. Nielsen and Chuang, Quantum Computation and Quantum Information, section
 * 4.5.1. Exact, its global phase included, but not short: what has a shorter form is a row of the table.
 */
export function twoLevel({ matrix, qubits, name }: Fixed): readonly Op[] {
  const rows = matrix.map((row) => row.map(complex));
  const size = rows.length;
  const ops: Op[][] = [];
  for (let column = 0; column < size - 1; column++) {
    for (let row = column + 1; row < size; row++) {
      const [a, b] = [rows[column][column], rows[row][column]];
      const last = row === size - 1 && Math.hypot(a[0] - 1, a[1]) > ROUNDING;
      if (Math.hypot(...b) < ROUNDING && !last) continue;
      const turn = turning(a, b);
      rotateRows(rows, column, row, turn);
      ops.push([...onPair(qubits, column, row, adjointGate({ name: `${name}_part`, ...fixed(turn) }))]);
    }
  }
  const [re, im] = rows[size - 1][size - 1];
  const [target, ...others] = [...Array(qubits).keys()];
  const phase = Math.atan2(im, re);
  const corner = Math.abs(phase) < ROUNDING ? [] : [controlled(p(phase, target), ...others)];
  return [...corner, ...ops.reverse().flat()];
}

/** The unitary [[ā, b̄], [−b, a]]/r, which sends (a, b) to (r, 0) with r = √(|a|² + |b|²). */
function turning([ar, ai]: Complex, [br, bi]: Complex): Fixed['matrix'] {
  const r = Math.hypot(ar, ai, br, bi);
  return [
    [
      [ar / r, -ai / r],
      [br / r, -bi / r],
    ],
    [
      [-br / r, -bi / r],
      [ar / r, ai / r],
    ],
  ];
}

function rotateRows(rows: Complex[][], one: number, other: number, turn: Fixed['matrix']): void {
  const [[a, b], [c, d]] = turn.map((row) => row.map(complex));
  rows[one].forEach((u, k) => {
    const v = rows[other][k];
    rows[one][k] = total(product(a, u), product(b, v));
    rows[other][k] = total(product(c, u), product(d, v));
  });
}

/** A gate of one qubit on the amplitudes of two basis states, `low` < `high`, as its 0 and 1. */
function onPair(qubits: number, low: number, high: number, row: Fixed): readonly Op[] {
  const all = [...Array(qubits).keys()];
  const differ = all.filter((qubit) => ((low ^ high) >> qubit) & 1);
  // The highest bit in which they differ is 0 in the lower state and 1 in the higher.
  const target = differ[differ.length - 1];
  const align = differ.slice(0, -1).map((qubit) => cx(target, qubit));
  const controls = all.filter((qubit) => qubit !== target);
  const flips = controls.filter((qubit) => !((low >> qubit) & 1)).map((qubit) => x(qubit));
  return [...align, ...flips, controlled(gate(row)(target), ...controls), ...flips, ...align.reverse()];
}

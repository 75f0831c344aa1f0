import { LEAST_NORM, normOf } from '../../initial.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Program } from '../../program.ts';
import type { Arena } from '../arena.ts';
import type { Crew } from '../crew.ts';
import { placeNumbers } from '../record.ts';
import type { LargeRecord } from './large-record.ts';
import type { LargeSweeps } from './large-sweeps.ts';
import { halfTurn } from './layers.ts';

/** RY on each qubit of |0…0⟩: a table within a block, times a number for each qubit above it. */
export function setProduct(
  { arena }: Crew,
  record: LargeRecord,
  sweeps: LargeSweeps,
  { start }: Plan,
  angles: ArrayLike<number>,
): void {
  const mark = arena.top;
  const factors = Array.from({ length: record.qubits }, (_, qubit) => {
    const turned = start.find((each) => each.qubit === qubit);
    const { c, s } = turned ? halfTurn(turned, angles) : { c: 1, s: 0 };
    return [c, s];
  });
  let table = [1];
  for (const [c, s] of factors.slice(0, record.blockBits))
    table = [...table.map((a) => a * c), ...table.map((a) => a * s)];
  const above = factors.slice(record.blockBits).flat();
  const highs = arena.take(8 * above.length);
  arena.doubles.set(above, highs / 8);
  record.set({ table: placeNumbers(arena, table), highs });
  sweeps.call('productSweep');
  arena.release(mark);
}

/** Σ x[initial[k]]|k⟩/‖x‖ */
export function setAmplitudes(
  { arena }: Crew,
  record: LargeRecord,
  { qubits, initial = [] }: Program,
  features: ArrayLike<number>,
): void {
  const { numbers, width } = arena;
  const start = record.states[0] / width;
  numbers.fill(0, start, start + 2 * 2 ** qubits);
  const norm = normOf(initial, features, 0);
  if (norm < LEAST_NORM) {
    numbers[start] = 1;
    return;
  }
  initial.forEach((feature, k) => {
    numbers[start + placeOf(record, k)] = features[feature] / norm;
  });
}

/** The first `count` amplitudes of a state, as two numbers each. */
export function readState(
  { numbers, width }: Arena,
  record: LargeRecord,
  which: 'state' | 'other',
  count: number,
): Float64Array {
  const amplitudes = new Float64Array(2 * count);
  const start = record.get(which) / width;
  const vector = 2 ** record.insideBits;
  for (let k = 0; k < count; k++) {
    const at = start + placeOf(record, k);
    amplitudes[2 * k] = numbers[at];
    amplitudes[2 * k + 1] = numbers[at + vector];
  }
  return amplitudes;
}

/** Where the real part of amplitude k is, in numbers behind the first. */
function placeOf({ insideBits }: LargeRecord, k: number): number {
  const inside = k & (2 ** insideBits - 1);
  return 2 * (k - inside) + inside;
}

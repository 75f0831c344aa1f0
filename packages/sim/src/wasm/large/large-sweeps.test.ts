import { expect, test } from 'vitest';
import { after, identityMap, imagesOf } from '../../plan/affine.ts';
import { crew as crewOf } from '../crew.ts';
import { largeRecord } from './large-record.ts';
import { readState } from './large-start.ts';
import { largeSweeps } from './large-sweeps.ts';
import type { Layer } from './layers.ts';

const QUBITS = 13;

/** A ring of CNOTs with an X at its end. */
const moves = Array.from({ length: QUBITS }, (_, qubit) => qubit).reduce((map, qubit) => {
  const { rows } = identityMap(QUBITS);
  const target = (qubit + 1) % QUBITS;
  return after({ rows: rows.with(target, rows[target] | (1 << qubit)), flips: qubit === 4 ? 1 : 0 }, map);
}, identityMap(QUBITS));

test.each([
  { states: 1, how: 'in place, where there is no room for another state' },
  { states: 2, how: 'to another state' },
])('a permutation moves amplitudes $how, and back', ({ states }) => {
  for (const precision of ['single', 'double'] as const) {
    const crew = crewOf(precision, 1);
    const record = largeRecord(crew.arena, QUBITS, 1, states);
    const sweeps = largeSweeps(crew, record, [], false);
    const size = 2 ** QUBITS;
    const start = record.states[0] / crew.arena.width;
    for (let k = 0; k < 2 * size; k++) crew.arena.numbers[start + k] = k;
    const before = readState(crew.arena, record, 'state', size);
    const layer: Layer = { kind: 'layer', turns: [], form: 'plain', phases: [], moves };
    sweeps.carry(layer, 'state', false);
    const moved = readState(crew.arena, record, 'state', size);
    const images = imagesOf(moves);
    for (let k = 0; k < size; k++) {
      expect(moved[2 * images[k]]).toBe(before[2 * k]);
      expect(moved[2 * images[k] + 1]).toBe(before[2 * k + 1]);
    }
    sweeps.carry(layer, 'state', true);
    expect(readState(crew.arena, record, 'state', size)).toEqual(before);
  }
});

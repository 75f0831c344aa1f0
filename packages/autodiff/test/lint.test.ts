import { compile, expectation, lint, pauli } from '@hqnn/circuits';
import type { Observable } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { paramsFor, randomCircuit } from '../../circuits/test/random-circuit.ts';
import { gradient } from '../src/index.ts';

const ZERO = 1e-12;
const SEEDS = [...Array(300).keys()];

/** How many weights and features of random circuits the lint calls dead, and how many others have no slope either. */
function compared(observable: Observable) {
  const found = { dead: 0, alive: 0, flat: 0 };
  for (const seed of SEEDS) {
    const one = randomCircuit(seed, { qubits: 3, ops: 7, controls: 1, variable: true });
    const compiled = compile(one);
    if (compiled.program.weights + compiled.program.features === 0) continue;
    const dead = new Set(
      lint(one, [observable])
        .filter(({ rule }) => rule === 'dead-parameter')
        .map(({ weight, feature }) => (weight ? `${weight.name}[${weight.index}]` : `x[${feature}]`)),
    );
    const slopes = gradient(expectation(one, observable))(paramsFor(compiled));
    for (const [name, values] of Object.entries(slopes))
      values.forEach((slope, k) => {
        if (dead.has(`${name}[${k}]`)) {
          found.dead++;
          expect(Math.abs(slope)).toBeLessThan(ZERO);
        } else if (Math.abs(slope) < ZERO) found.flat++;
        else found.alive++;
      });
  }
  return found;
}

describe('what the lint calls dead has no slope, by the shift rule,', () => {
  test.each([
    ['Z₀', pauli('Z', 0)],
    ['X₁Z₂', pauli('XZ', 1, 2)],
    ['Y₂', pauli('Y', 2)],
  ])('in %s', (_, observable) => {
    const { dead, alive, flat } = compared(observable);
    expect(dead).toBeGreaterThan(50);
    expect(alive).toBeGreaterThan(50);
    // It finds most of what is flat on all of these circuits.
    expect(dead).toBeGreaterThan(2 * flat);
  });
});

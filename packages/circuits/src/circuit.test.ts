import { expect, test } from 'vitest';
import { features, plus, times, vector, written } from './angle.ts';
import { entangler } from './ansatz/entangler.ts';
import { hardwareEfficient } from './ansatz/hardware-efficient.ts';
import { circuit, inverse } from './circuit.ts';
import { amplitudeEncoding } from './encodings/amplitude-encoding.ts';
import { angleEncoding } from './encodings/angle-encoding.ts';
import { reuploading } from './encodings/reuploading.ts';
import { expectation } from './expectation.ts';
import { fixed, rotation } from './gates.ts';
import { eachZ, Z } from './observable.ts';
import { cx, h, rx, ry, rzz } from './op.ts';

const [theta, x] = [vector('theta', 2), features(2)];

test('parts nest to any depth, in order', () => {
  const layer = [0, 1].map((q) => [h(q), [rx(theta[q], q)]]);
  const nested = circuit(2, layer, circuit(2, cx(0, 1)));
  expect(nested.ops.map(({ gate }) => gate.name)).toEqual(['h', 'rx', 'h', 'rx', 'x']);
});

test('an op outside the circuit, or on one qubit twice, is refused with the qubit', () => {
  expect(() => circuit(2, cx(0, 2))).toThrow('cx acts on qubit 2, but the circuit has qubits 0 to 1.');
  expect(() => circuit(2, cx(1, 1))).toThrow(
    'cx was given one qubit twice: (1,1). Controls and targets must all differ.',
  );
  expect(() => circuit(2, rzz(0.1, 0))).toThrow('rzz acts on 2 qubits, but was given 1: (0).');
  expect(() => circuit(0)).toThrow('circuit was given 0 qubits.');
  expect(() => rx(Number.NaN, 0)).toThrow('rx was given NaN for an angle.');
  expect(() => rx(vector('theta', 1)[1], 0)).toThrow('undefined comes from an index past the end of a vector.');
});

test('what is no gate, no angle and no circuit is refused', () => {
  expect(() =>
    fixed([
      [1, 1],
      [1, 1],
    ]),
  ).toThrow('The matrix [[1,1],[1,1]] is not unitary, so it is no gate.');
  expect(() => times(Number.NaN, theta[0])).toThrow('times was given NaN for an angle.');
  expect(() => times(vector('theta', 1)[4], x[0])).toThrow('times was given undefined for an angle.');
  expect(() => rotation('XW')).toThrow('An axis is a word of I, X, Y and Z.');
  expect(() => vector('my w', 1)).toThrow('Weights were called "my w".');
  expect(() => reuploading(2, { features: 2, weights: 'scale' })).toThrow('are both called scale');
  expect(() => angleEncoding(x, { axis: 'W' as 'X' })).toThrow('There is no axis W. There are X, Y, Z.');
  expect(() => features(-1)).toThrow('features was asked for -1 entries.');
  expect(() => circuit(40)).toThrow('circuit was given 40 qubits. It takes a whole number from 1 to 30.');
});

test('amplitudes are where a circuit begins, once, and have no inverse', () => {
  expect(() => circuit(2, h(0), amplitudeEncoding(4))).toThrow('amplitude encoding is its first part, once');
  expect(() => circuit(2, amplitudeEncoding(4), amplitudeEncoding(4))).toThrow('its first part, once');
  expect(() => circuit(1, amplitudeEncoding(4))).toThrow('4 amplitudes do not fit 1 qubits, which hold 2.');
  expect(() => amplitudeEncoding(5, { qubits: 2 })).toThrow(
    '5 features do not fit the 4 amplitudes of 2 qubits. Take 3 qubits.',
  );
  expect(() => inverse(amplitudeEncoding(2))).toThrow('A circuit that begins from amplitudes has no inverse.');
});

test('an angle is linear in one feature, one weight, or their product, and anything else is refused', () => {
  expect(written(times(-1, plus(times(theta[0], times(2, x[1])), 0.5)))).toBe('−2·θ₀·x₁−0.5');
  expect(times(2, 3)).toBe(6);
  expect(() => times(theta[0], theta[1])).toThrow('The product of θ₀ and θ₁ is not an angle.');
  expect(() => times(x[0], x[1])).toThrow('The product of x₀ and x₁ is not an angle.');
  expect(() => times(plus(theta[0], 1), x[0])).toThrow('The product of θ₀+1 and x₀ is not an angle.');
  expect(() => vector('x', 2)).toThrow('The name x belongs to the features');
});

test('an encoding that cannot hold its features says how many layers would', () => {
  expect(() => reuploading(4, { features: 40, layers: 8 })).toThrow(
    '40 features do not fit 8 layers of 4 qubits, which encode 32. Take 10 layers or more, or fewer features.',
  );
});

test('an unknown entangler or topology is refused with those there are', () => {
  const wrong = { entangler: 'ccx', topology: 'circle' };
  expect(() => entangler(3, { entangler: wrong.entangler as 'cz' })).toThrow(
    'There is no entangler ccx. There are cnot, cz,',
  );
  expect(() => entangler(3, { topology: wrong.topology as 'ring' })).toThrow(
    'There is no topology circle. There are linear, ring, circular, full, reverse-linear, pairwise, star.',
  );
  expect(() => hardwareEfficient(2, { layers: 0 })).toThrow('hardwareEfficient was given 0 layers.');
});

test('a missing, short or unknown vector is refused by name', () => {
  const f = expectation(circuit(2, ry(x[0], 0), ry(theta[1], 1)), Z(0));
  expect(f({ x: [0.4], theta: [0, 0] })).toBeCloseTo(Math.cos(0.4), 14);
  expect(() => f({ theta: [0, 0] })).toThrow('The circuit depends on x, which was not given. It takes 1 numbers.');
  expect(() => f({ x: [1], theta: [1] })).toThrow('The circuit depends on 2 numbers in theta, but was given 1.');
  expect(() => f({ x: [1], theta: [1, 1], phi: [1] })).toThrow('does not depend on phi. It depends on x and theta.');
});

test('the presets of the design have the parameters that it counts', () => {
  const count = (features: number, layers: number) =>
    expectation(reuploading(4, { features, layers }), eachZ(4)).program.weights;
  expect([count(16, 4), count(16, 8), count(32, 16)]).toEqual([52, 100, 196]);
});

test('two parts that name one vector share it, and names keep vectors apart', () => {
  const twice = circuit(2, hardwareEfficient(2), hardwareEfficient(2));
  const apart = circuit(2, hardwareEfficient(2), hardwareEfficient(2, { weights: 'phi' }));
  expect(expectation(twice, Z(0)).vectors).toEqual([{ name: 'theta', start: 0, length: 6 }]);
  expect(expectation(apart, Z(0)).vectors.map(({ name, start }) => [name, start])).toEqual([
    ['theta', 0],
    ['phi', 6],
  ]);
});

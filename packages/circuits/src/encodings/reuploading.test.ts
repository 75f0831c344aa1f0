import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { features as featuresOf, plus, times, vector, written } from '../angle.ts';
import { entangler } from '../ansatz/entangler.ts';
import { qcnn } from '../ansatz/qcnn.ts';
import { stronglyEntangling } from '../ansatz/strongly-entangling.ts';
import { twoLocal } from '../ansatz/two-local.ts';
import { type Circuit, circuit, type Part } from '../circuit.ts';
import { compile } from '../compile.ts';
import { state } from '../measure.ts';
import { ry, rz } from '../op.ts';
import { amplitudeEncoding } from './amplitude-encoding.ts';
import { angleEncoding } from './angle-encoding.ts';
import { denseAngleEncoding } from './dense-angle-encoding.ts';
import { iqpEncoding } from './iqp-encoding.ts';
import { pairProducts } from './pair-products.ts';
import { phaseEncoding } from './phase-encoding.ts';
import { reuploading } from './reuploading.ts';
import { trainable } from './trainable.ts';

const TOLERANCE = 1e-12;

/** RY(scale·x), RY, RZ, entangler, layer by layer, and RY at the end: what stored models were trained with. */
function byHand(qubits: number, features: number, layers: number, options: object = {}): Circuit {
  const [x, scale, theta] = [featuresOf(features), vector('scale', 1000), vector('theta', 1000)];
  let [s, t] = [0, 0];
  const parts: Part[] = [];
  for (let layer = 0; layer < layers; layer++) {
    for (let q = 0; q < qubits; q++) {
      const feature = (layer % Math.ceil(features / qubits)) * qubits + q;
      if (feature < features) parts.push(ry(times(scale[s++], x[feature]), q));
    }
    for (let q = 0; q < qubits; q++) parts.push(ry(theta[t++], q), rz(theta[t++], q));
    parts.push(entangler(qubits, options));
  }
  for (let q = 0; q < qubits; q++) parts.push(ry(theta[t++], q));
  return circuit(qubits, parts);
}

test.each([
  [4, 16, 4, {}],
  [4, 16, 8, { entangler: 'cz', topology: 'full' }],
  [4, 7, 3, {}],
  [3, 2, 2, { topology: 'linear' }],
  [1, 1, 1, {}],
] as const)(
  '%i qubits, %i features, %i layers are the circuit of stored models, op for op',
  (q, features, layers, o) => {
    const made = reuploading(q, { features, layers, ...o });
    expect(made).toEqual(byHand(q, features, layers, o));
    expect(compile(made)).toEqual(compile(byHand(q, features, layers, o)));
  },
);

const encodings = [
  { name: 'angles about X', encoding: angleEncoding(featuresOf(3), { axis: 'X' }), each: 3 },
  { name: 'dense angles', encoding: denseAngleEncoding(featuresOf(6)), each: 6 },
  { name: 'phases', encoding: phaseEncoding(featuresOf(3)), each: 3 },
  { name: 'IQP', encoding: iqpEncoding(featuresOf(3)), each: 6 },
];

describe.each(encodings)('re-uploading of $name', ({ encoding, each }) => {
  const features = 2 * each;
  const turns = encoding.ops.filter((op) => 'angle' in op).length;

  test('has a scale and an offset for each encoded angle of each layer', () => {
    const u = reuploading(3, { features, layers: 3, encoding, offset: 'offset' });
    const lengths = Object.fromEntries(compile(u).vectors.map(({ name, length }) => [name, length]));
    expect(lengths).toEqual({ scale: 3 * turns, offset: 3 * turns, theta: 21 });
  });

  test('with scales 1 and offsets 0 is the encoding of the next features before each layer', () => {
    const u = reuploading(3, { features, layers: 3, encoding, offset: 'offset' });
    const theta = Array.from({ length: 21 }, (_, k) => Math.sin(k));
    const x = Array.from({ length: features }, (_, k) => Math.cos(2 * k));
    const [one, other] = [0, each].map((start) => x.slice(start, start + each));
    const layer = (l: number, row: readonly number[]) =>
      circuit(
        3,
        encoding.ops.map((op) =>
          'angle' in op && typeof op.angle === 'object' && op.angle.feature !== undefined
            ? { ...op, angle: op.angle.scale * row[op.angle.feature] }
            : op,
        ),
        [0, 1, 2].map((q) => [ry(theta[6 * l + 2 * q], q), rz(theta[6 * l + 2 * q + 1], q)]),
        entangler(3),
      );
    const expected = circuit(
      3,
      layer(0, one),
      layer(1, other),
      layer(2, one),
      [0, 1, 2].map((q) => ry(theta[18 + q], q)),
    );
    const params = { x, theta, scale: Array(3 * turns).fill(1), offset: Array(3 * turns).fill(0) };
    near(state(u, params), state(expected), TOLERANCE, 'state');
  });
});

test('a trainable angle is scale·x + offset, and a fixed offset stays', () => {
  const [x] = featuresOf(1);
  const u = trainable(circuit(1, ry(plus(times(2, x), 0.3), 0), rz(0.5, 0)), { offset: 'b' });
  expect(u.ops.map((op) => ('angle' in op ? written(op.angle) : ''))).toEqual(['2·s₀·x₀+0.3', 'b₀', '0.5']);
  const turned = circuit(1, ry(2 * 0.7 * 1.5 + 0.3 - 0.4, 0), rz(0.5, 0));
  near(state(u, { x: [1.5], scale: [0.7], b: [-0.4] }), state(turned), TOLERANCE, 'state');
});

test('any ansatz that takes what stands before its layers will do', () => {
  const names = ({ ops }: Circuit) => ops.map(({ gate }) => gate.name).join(' ');
  const options = { features: 4, layers: 2 };
  expect(names(reuploading(2, { ...options, ansatz: stronglyEntangling }))).toBe(
    'ry ry rz ry rz rz ry rz x x ry ry rz ry rz rz ry rz x x',
  );
  const ansatz = (qubits: number, given: object) => twoLocal(qubits, { ...given, rotations: ['rx'], final: false });
  expect(names(reuploading(2, { ...options, ansatz }))).toBe('ry ry rx rx x ry ry rx rx x');
});

test('products of features are encoded where the row holds them', () => {
  const u = reuploading(2, { features: 3, encoding: iqpEncoding(featuresOf(2)) });
  expect(compile(u).program.features).toBe(pairProducts([1, 2]).length);
});

test.each([
  [{ features: 4, encoding: amplitudeEncoding(4) }, 'Amplitude encoding cannot be re-uploaded'],
  [{ features: 2, encoding: angleEncoding([0.1, 0.2]) }, 'an encoding that depends on no features'],
  [
    { features: 2, encoding: angleEncoding(featuresOf(2).map((x) => times(vector('s', 1)[0], x))) },
    'which has a weight already',
  ],
  [{ features: 2, ansatz: qcnn }, 'qcnn was given the option before, which it does not have.'],
  [{ features: 2, scale: 'a', offset: 'a' }, 'The scales and the offsets are both called a.'],
  [{ features: 2, scale: 'theta' }, 'The scales and the weights of the ansatz are both called theta.'],
  [{ features: 2, offset: 'phi', weights: 'phi' }, 'The offsets and the weights of the ansatz are both called phi.'],
  [{ features: 0 }, 'reuploading was given 0 features.'],
  [{ features: 2, layers: 0 }, 'reuploading was given 0 layers.'],
  [{ features: 9, encoding: denseAngleEncoding(featuresOf(4)), layers: 2 }, 'which encode 8. Take 3 layers or more'],
])('%o is refused: %s', (options, message) => {
  expect(() => reuploading(2, options)).toThrow(message);
});

test('amplitudes have no angles to scale', () => {
  expect(() => trainable(amplitudeEncoding(4))).toThrow('a circuit that begins from amplitudes');
});

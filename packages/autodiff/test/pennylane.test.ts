import {
  amplitudeEncoding,
  angleEncoding,
  type Circuit,
  circuit,
  cx,
  expectation,
  features,
  hardwareEfficient,
  pauli,
  ry,
  rz,
  state,
  vector,
} from '@hqnn/circuits';
import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { numbers, pennylane } from '../../../tooling/oracles/pennylane.ts';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import { adjoint, gradient, parameterShift } from '../src/index.ts';

const given = pennylane.circuits;

type Given = (typeof given)[number];

const ENTANGLERS: Record<string, object> = {
  'ring-CNOT': { entangler: 'cnot', topology: 'ring' },
  'linear-CZ': { entangler: 'cz', topology: 'linear' },
};

/** PennyLane's wire k as our qubit k: its expectation values and gradients do not depend on the order of the bits. */
function ours({ kind, n, layers, encoding, entangler = '' }: Given): Circuit {
  const body = { layers, final: false, ...ENTANGLERS[entangler] };
  if (encoding === 'reupload') return hardwareEfficient(n, { ...body, before: () => angleEncoding(features(n)) });
  const start =
    encoding === 'amplitude'
      ? amplitudeEncoding(2 ** n)
      : angleEncoding(features(n), { axis: encoding.endsWith('X') ? 'X' : 'Y' });
  return circuit(n, start, kind === 'hea' ? hardwareEfficient(n, body) : stronglyEntangling(n, layers));
}

function stronglyEntangling(n: number, layers: number): Circuit {
  const theta = vector('theta', 3 * n * layers);
  const wires = [...Array(n).keys()];
  const layer = (l: number) => [
    wires.map((q) => {
      const [a, b, c] = theta.slice(3 * (l * n + q));
      return [rz(a, q), ry(b, q), rz(c, q)];
    }),
    wires.map((q) => cx(q, (q + 1 + (l % (n - 1))) % n)),
  ];
  return circuit(
    n,
    Array.from({ length: layers }, (_, l) => layer(l)),
  );
}

/** What PennyLane calls |q₀q₁q₂⟩ is our |q₂q₁q₀⟩. */
const bitsReversed = <Value>(values: readonly Value[], n: number) =>
  values.map(
    (_, k) => values[Array.from({ length: n }, (_, q) => ((k >> q) & 1) << (n - 1 - q)).reduce((a, b) => a + b, 0)],
  );

const paramsOf = ({ encoding, x, w, n }: Given) => ({
  x: encoding === 'amplitude' ? bitsReversed(x, n) : x,
  theta: numbers(w),
});

const observable = (name: string) =>
  pauli(name.replace(/\d/g, ''), ...[...name.matchAll(/\d/g)].map(([digit]) => Number(digit)));

test('the reference holds 6 circuits', () => {
  expect(given).toHaveLength(6);
});

const cases = given.flatMap((one) =>
  [parameterShift, adjoint].map((method) => ({ ...one, method, name: method.name })),
);

describe.each(SIMULATORS)('on $name', ({ simulator, tolerance }) => {
  test.each(given)('$kind, $n wires, $encoding: the state and its expectation values are PennyLane’s', (one) => {
    const amplitudes = bitsReversed(one.state, one.n).flatMap((amplitude) => numbers([amplitude]));
    near(state(ours(one), paramsOf(one), { simulator }), amplitudes, tolerance, 'state');
    for (const { obs, expval } of one.observables) {
      const f = expectation(ours(one), observable(obs), { simulator });
      near([f(paramsOf(one))], [expval], tolerance, obs);
    }
  });

  test.each(cases)('$name on $kind, $n wires, $encoding: the gradients are PennyLane’s', ({ method, ...one }) => {
    for (const { obs, grad_x, grad_w } of one.observables) {
      const f = expectation(ours(one), observable(obs), { simulator });
      const { x, theta } = gradient(f, { method, features: grad_x !== undefined })(paramsOf(one));
      near(theta, numbers(grad_w), tolerance, `gradient of ${obs} in the weights`);
      if (grad_x) near(x, grad_x, tolerance, `gradient of ${obs} in the features`);
    }
  });
});

import { readFileSync } from 'node:fs';
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
  vector,
} from '@hqnn/circuits';
import { expect, test } from 'vitest';
import { adjoint, gradient, parameterShift } from '../src/index.ts';

const TOLERANCE = 1e-12;

type Numbers = readonly (number | Numbers)[];
interface Given {
  readonly kind: string;
  readonly n: number;
  readonly layers: number;
  readonly entangler?: string;
  readonly encoding: string;
  readonly x: readonly number[];
  readonly w: Numbers;
  readonly observables: readonly { obs: string; grad_x?: readonly number[]; grad_w: Numbers }[];
}

const file = new URL('../../../tooling/oracles/pennylane-reference.json', import.meta.url);
const given: readonly Given[] = JSON.parse(readFileSync(file, 'utf8')).circuits;

const numbers = (nested: Numbers): number[] =>
  nested.flatMap((one) => (typeof one === 'number' ? [one] : numbers(one)));

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

const bitsReversed = (values: readonly number[], n: number) =>
  values.map(
    (_, k) => values[Array.from({ length: n }, (_, q) => ((k >> q) & 1) << (n - 1 - q)).reduce((a, b) => a + b, 0)],
  );

test.each(given.flatMap((one) => [parameterShift, adjoint].map((method) => ({ ...one, method, name: method.name }))))(
  '$name on $kind, $n wires, $encoding: the gradients are PennyLane’s',
  ({ method, ...one }) => {
    const amplitudes = one.encoding === 'amplitude';
    const at = { x: amplitudes ? bitsReversed(one.x, one.n) : one.x, theta: numbers(one.w) };
    for (const { obs, grad_x, grad_w } of one.observables) {
      const word = pauli(obs.replace(/\d/g, ''), ...[...obs.matchAll(/\d/g)].map(([digit]) => Number(digit)));
      const { x, theta } = gradient(expectation(ours(one), word), { method, features: !amplitudes })(at);
      numbers(grad_w).forEach((slope, k) => expect(Math.abs(theta[k] - slope)).toBeLessThan(TOLERANCE));
      grad_x?.forEach((slope, k) => expect(Math.abs(x[k] - slope)).toBeLessThan(TOLERANCE));
    }
  },
);

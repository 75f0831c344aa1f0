import { type PauliWord, parity, popcount, uniform } from '@hqnn/sim';
import { expect, test } from 'vitest';
import {
  type Circuit,
  circuit,
  compile,
  controlled,
  expectation,
  fixed,
  type Gate,
  gate,
  h,
  type Op,
  qasm,
  type Rotation,
  readQasm,
  rotation,
  ry,
  rz,
  vector,
} from '../src/index.ts';
import { ROWS } from '../src/table-name.ts';
import { QSHARP_ROUNDING, qsharpState } from './qsharp-state.ts';
import { PARAMS, paramsFor, randomCircuit } from './random-circuit.ts';

/** What four digits an amplitude leave of ⟨P⟩ on so many qubits. */
const tolerance = (qubits: number) => 3 * QSHARP_ROUNDING * Math.sqrt(2 ** (qubits + 1));

/** ⟨ψ|P|ψ⟩ of the word P, which sends |k⟩ to iʸ(−1)^|k∧z| |k⊕x⟩. */
function expectationIn(state: Float64Array, { x, z }: PauliWord): number {
  const power = popcount(x & z) % 4;
  let total = 0;
  for (let k = 0; k < state.length / 2; k++) {
    const [ar, ai] = [state[2 * (k ^ x)], state[2 * (k ^ x) + 1]];
    const [br, bi] = [state[2 * k], state[2 * k + 1]];
    const [re, im] = [ar * br + ai * bi, ar * bi - ai * br];
    total += (parity(k & z) ? -1 : 1) * [re, -im, -re, im][power];
  }
  return total;
}

/** Twelve words on the qubits, the same for all circuits. */
function words(qubits: number): readonly PauliWord[] {
  const draw = uniform(7, qubits);
  const mask = () => Math.floor(draw() * 2 ** qubits);
  return Array.from({ length: 12 }, () => ({ x: mask(), z: mask() }));
}

/** What the text measures there is what the circuit measures here. */
async function agrees(text: string, here: Circuit, params = {}): Promise<void> {
  const state = await qsharpState(text, here.qubits);
  const measured = words(here.qubits);
  const values = expectation(
    here,
    measured.map((word) => ({ terms: [{ coefficient: 1, word }] })),
  )(params);
  measured.forEach((word, k) => {
    const there = expectationIn(state, word);
    if (!(Math.abs(there - values[k]) < tolerance(here.qubits)))
      throw new Error(`⟨${JSON.stringify(word)}⟩ is ${there} there, ${values[k]} here, of\n${text}`);
  });
}

/** A state on which no gate does nothing. */
const spread = (qubits: number) => [...Array(qubits).keys()].map((q) => [h(q), ry(0.3 + q, q), rz(1 - 0.4 * q, q)]);

const inputs = (text: string) =>
  text.replace(/^input float\[64\] (\w+)_(\d+);$/gm, (_, name: keyof typeof PARAMS, index: string) => {
    const value = PARAMS[name][Number(index)];
    return `const float[64] ${name}_${index} = ${Number.isInteger(value) ? `${value}.0` : value};`;
  });

test.each(ROWS)(
  '$name under 0 to 2 controls, by angles of either sign and more than a turn, is the same there',
  async (row) => {
    for (const controls of [0, 1, 2].filter((count) => count + row.qubits <= 4)) {
      const qubits = row.qubits + controls;
      const targets = [...Array(row.qubits).keys()].reverse();
      const under = (op: Op) => controlled(op, ...Array.from({ length: controls }, (_, k) => row.qubits + k));
      const ops =
        'axis' in row
          ? [0.7, -0.7, 7.5, -11].map((angle) => under(gate(row)(angle, ...targets)))
          : [under(gate(row)(...targets))];
      const here = circuit(
        qubits,
        spread(qubits),
        ops.map((op) => [op, spread(qubits)]),
      );
      await agrees(qasm(here), here);
    }
  },
);

test.each(ROWS.filter((row): row is Rotation => 'axis' in row))(
  '$name by an input of either sign, under controls too, is the same there',
  async (row) => {
    const [theta] = vector('theta', 2).slice(1);
    for (const controls of [0, 1, 2].filter((count) => count + row.qubits <= 4)) {
      const qubits = row.qubits + controls;
      const op = gate(row)(theta, ...Array(row.qubits).keys());
      const under = controlled(op, ...Array.from({ length: controls }, (_, k) => row.qubits + k));
      const here = circuit(qubits, spread(qubits), under, spread(qubits));
      await agrees(inputs(qasm(here)), here, { theta: PARAMS.theta.slice(0, 2) });
    }
  },
);

const [c, s] = [Math.cos(0.3), Math.sin(0.3)];

test.each<Gate>([
  { name: 'phase', ...rotation('II', 0.2) },
  { name: 'rxz', ...rotation('XZ', -0.3) },
  {
    name: 'turn',
    ...fixed([
      [[0, s], c],
      [c, [0, s]],
    ]),
  },
  {
    name: 'two',
    ...fixed([
      [1, 0, 0, 0],
      [0, [0, c], 0, [0, s]],
      [0, 0, [c, s], 0],
      [0, [0, s], 0, [0, -c]],
    ]),
  },
])('the gate $name, which no library has, is the same there under 0 to 2 controls', async (row) => {
  for (const controls of [[], [2], [3, 2]]) {
    const on = [1, 0].slice(0, row.qubits);
    const ops = 'axis' in row ? [0.7, -0.7, 7.5].map((angle) => gate(row)(angle, ...on)) : [gate(row)(...on)];
    const here = circuit(
      4,
      spread(4),
      ops.map((op) => [controlled<Op>(op, ...controls), spread(4)]),
    );
    await agrees(qasm(here), here);
  }
});

test('random circuits of all gates are the same there', async () => {
  for (let seed = 0; seed < 12; seed++) {
    const here = randomCircuit(seed, { qubits: 4, ops: 12, variable: true });
    const params = paramsFor(compile(here));
    await agrees(inputs(qasm(here)), here, params);
    await agrees(qasm(here, { params }), here, params);
  }
});

const HEAD = 'OPENQASM 3.0;\ninclude "stdgates.inc";\n';

test.each([
  'qubit[3] q; h q; cu(0.3, 0.2, 0.1, 0.05) q[0], q[1]; ctrl @ U(0.4, 0.5, 0.6) q[1], q[2];',
  'qubit[2] q; h q; ctrl @ u2(0.3, 0.4) q[0], q[1]; ctrl @ u3(0.5, 0.3, 0.4) q[1], q[0];',
  'qubit[3] q; h q; negctrl @ ry(0.4) q[2], q[0]; ctrl @ negctrl @ x q[0], q[1], q[2]; rx(0.3) q;',
  'qubit[2] q; h q; pow(3) @ s q[0]; pow(-2) @ t q[1]; inv @ sx q[0]; inv @ ctrl @ t q[0], q[1]; h q;',
  'gate f(a, b) x, y { rx(a) x; ctrl @ ry(b) x, y; cx x, y; gphase(a/2); } qubit[3] q; h q; ctrl @ f(0.3, 0.4) q[2], q[0], q[1]; inv @ f(pi/3, 1.5) q[0], q[2]; h q;',
  'const int n = 2; const float a = pi/n + 0.25; qubit[n + 2] q; h q[0:2]; cx q[0:1], q[2:3]; rz(a * 0.5) q[-1]; h q;',
  'qubit[2] q; qubit r; let s_ = q[0:0] ++ q[1:1]; h r; cp(0.7) r, q; ry(sin(0.4) + sqrt(2.0)) s_; cx r, q; h q[1];',
  'qubit[4] q; for int i in [0:3] { ry(0.3 * i + 0.1) q[i]; } for int i in {0, 2} cx q[i], q[i + 1]; rx(2.0 ** 0.5 - 7 % 4 * 0.1) q[2];',
  'gate g a { h a; t a; } gate k a, b { g a; g b; cz a, b; } qubit[3] q; k q[0], q[1]; k q[1], q[2]; inv @ k q[2], q[0]; ctrl(2) @ g q[0], q[1], q[2];',
  'qubit[2] q; h q; gphase(0.4); ctrl @ gphase(0.7) q[0]; ctrl(2) @ gphase(0.5) q[0], q[1]; h q; crx(0.3) q[0], q[1]; ch q[1], q[0];',
])('what is written by hand is read here as there: %s', async (text) => {
  const { circuit: here } = readQasm(HEAD + text);
  await agrees(HEAD + text.replaceAll('; ', ';\n'), here);
});

test('its words are expectation values: ⟨Z⟩ and ⟨X⟩ of a known state', async () => {
  const state = await qsharpState(`${HEAD}qubit[2] q;\nry(0.6) q[0];\n`, 2);
  expect(expectationIn(state, { x: 0, z: 1 })).toBeCloseTo(Math.cos(0.6), 3);
  expect(expectationIn(state, { x: 1, z: 0 })).toBeCloseTo(Math.sin(0.6), 3);
  expect(expectationIn(state, { x: 1, z: 2 })).toBeCloseTo(Math.sin(0.6), 3);
});

import { ring } from '../ring.mjs';

/** The loops that one writes first: two Float64Arrays, a complex 2×2 matrix a gate, a look at every index. */
export function naive(circuit) {
  const size = 2 ** circuit.qubits;
  return (x, theta) => {
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    re[0] = 1;
    ring(circuit, x, theta, {
      ry: (q, angle) => {
        const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)];
        applyMatrix(re, im, q, [c, 0, -s, 0, s, 0, c, 0]);
      },
      rz: (q, angle) => {
        const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)];
        applyMatrix(re, im, q, [c, -s, 0, 0, 0, 0, c, s]);
      },
      entangle: (control, target) => flip(re, im, (1 << control) | (1 << target)),
    });
    return expectations(re, im, circuit.qubits);
  };
}

/** A general matrix. The four numbers have names of their own: to destructure an array would take 2.5 times as long. */
function applyMatrix(re, im, qubit, m) {
  const bit = 1 << qubit;
  for (let k = 0; k < re.length; k++) {
    if (k & bit) continue;
    const j = k | bit;
    const ar = re[k];
    const ai = im[k];
    const br = re[j];
    const bi = im[j];
    re[k] = m[0] * ar - m[1] * ai + m[2] * br - m[3] * bi;
    im[k] = m[0] * ai + m[1] * ar + m[2] * bi + m[3] * br;
    re[j] = m[4] * ar - m[5] * ai + m[6] * br - m[7] * bi;
    im[j] = m[4] * ai + m[5] * ar + m[6] * bi + m[7] * br;
  }
}

/** CZ: the amplitudes change their sign where both qubits are 1. */
function flip(re, im, both) {
  for (let k = 0; k < re.length; k++) {
    if ((k & both) !== both) continue;
    re[k] = -re[k];
    im[k] = -im[k];
  }
}

/** ⟨Z⟩ of every qubit */
function expectations(re, im, qubits) {
  const values = new Float64Array(qubits);
  for (let k = 0; k < re.length; k++) {
    const p = re[k] ** 2 + im[k] ** 2;
    for (let q = 0; q < qubits; q++) values[q] += (k >> q) & 1 ? -p : p;
  }
  return values;
}

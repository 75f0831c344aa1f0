import { ring } from '../ring.mjs';

/** The loops of who has thought about it: one state for all runs, a kernel a gate, and no index looked at in vain. */
export function tuned(circuit) {
  const re = new Float64Array(2 ** circuit.qubits);
  const im = new Float64Array(2 ** circuit.qubits);
  return (x, theta) => {
    re.fill(0);
    im.fill(0);
    re[0] = 1;
    ring(circuit, x, theta, {
      ry: (q, angle) => rotate(re, im, 1 << q, Math.cos(angle / 2), Math.sin(angle / 2)),
      rz: (q, angle) => turn(re, im, 1 << q, Math.cos(angle / 2), Math.sin(angle / 2)),
      entangle: (control, target) => flip(re, im, 1 << Math.min(control, target), 1 << Math.max(control, target)),
    });
    return Float64Array.from({ length: circuit.qubits }, (_, q) => expectation(re, im, 1 << q));
  };
}

// p + (p & -bit) is p with a 0 put in at the place of the bit: the p-th index that lacks it.

/** RY: (a, b) ↦ (ca − sb, sa + cb), a real rotation of each pair. */
function rotate(re, im, bit, c, s) {
  for (let p = 0; p < re.length / 2; p++) {
    const k = p + (p & -bit);
    const j = k + bit;
    const ar = re[k];
    const ai = im[k];
    const br = re[j];
    const bi = im[j];
    re[k] = c * ar - s * br;
    im[k] = c * ai - s * bi;
    re[j] = s * ar + c * br;
    im[j] = s * ai + c * bi;
  }
}

/** RZ: e^(−iα/2) where the qubit is 0, e^(iα/2) where it is 1. */
function turn(re, im, bit, c, s) {
  for (let p = 0; p < re.length / 2; p++) {
    const k = p + (p & -bit);
    const j = k + bit;
    const ar = re[k];
    const ai = im[k];
    const br = re[j];
    const bi = im[j];
    re[k] = c * ar + s * ai;
    im[k] = c * ai - s * ar;
    re[j] = c * br - s * bi;
    im[j] = c * bi + s * br;
  }
}

/** CZ: a change of sign in the quarter where both bits are 1. */
function flip(re, im, low, high) {
  for (let p = 0; p < re.length / 4; p++) {
    const half = p + (p & -low);
    const k = half + (half & -high) + low + high;
    re[k] = -re[k];
    im[k] = -im[k];
  }
}

/** ⟨Z⟩ of one qubit */
function expectation(re, im, bit) {
  let total = 0;
  for (let p = 0; p < re.length / 2; p++) {
    const k = p + (p & -bit);
    const j = k + bit;
    total += re[k] * re[k] + im[k] * im[k] - re[j] * re[j] - im[j] * im[j];
  }
  return total;
}

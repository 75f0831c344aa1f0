// The slopes of rotations about Y that all samples share: Im⟨λ|Y|ψ⟩ = Σ λ₁ψ₀ − λ₀ψ₁ over the pairs along a qubit, both
// parts alike. What is summed lies at `sum`, a vector a qubit. Runs of amplitudes are walked as in rotate.ts.
import { VECTOR, add, at, beyond, mul, put, sub } from './vector';

/** One qubit. */
export function slope1<T>(lambda: usize, psi: usize, size: u32, row: usize, a: u32, sum: usize): void {
  const ra = row << a;
  const low: u32 = 1 << a;
  let g0 = at(sum);
  for (let k: u32 = 0; k < size; k = beyond(k, low, low)) {
    let x = psi + k * row;
    let l = lambda + k * row;
    const end = x + ra;
    for (; x < end; x += VECTOR) {
      g0 = add<T>(g0, sub<T>(mul<T>(at(l + ra), at(x)), mul<T>(at(l), at(x + ra))));
      l += VECTOR;
    }
  }
  put(sum, g0);
}

/** Two qubits, a < b. */
export function slope2<T>(lambda: usize, psi: usize, size: u32, row: usize, a: u32, b: u32, sum: usize): void {
  const ra = row << a;
  const rb = row << b;
  const low: u32 = 1 << a;
  const holes: u32 = low | (1 << b);
  let g0 = at(sum);
  let g1 = at(sum + VECTOR);
  for (let k: u32 = 0; k < size; k = beyond(k, holes, low)) {
    let x = psi + k * row;
    let l = lambda + k * row;
    const end = x + ra;
    for (; x < end; x += VECTOR) {
      const p0 = at(x);
      const p1 = at(x + ra);
      const p2 = at(x + rb);
      const p3 = at(x + (ra + rb));
      const l0 = at(l);
      const l1 = at(l + ra);
      const l2 = at(l + rb);
      const l3 = at(l + (ra + rb));
      g0 = add<T>(g0, add<T>(sub<T>(mul<T>(l1, p0), mul<T>(l0, p1)), sub<T>(mul<T>(l3, p2), mul<T>(l2, p3))));
      g1 = add<T>(g1, add<T>(sub<T>(mul<T>(l2, p0), mul<T>(l0, p2)), sub<T>(mul<T>(l3, p1), mul<T>(l1, p3))));
      l += VECTOR;
    }
  }
  put(sum, g0);
  put(sum + VECTOR, g1);
}

/** Three qubits, a < b < c. */
export function slope3<T>(lambda: usize, psi: usize, size: u32, row: usize, a: u32, b: u32, c: u32, sum: usize): void {
  const ra = row << a;
  const rb = row << b;
  const rab = ra + rb;
  const rc = row << c;
  const low: u32 = 1 << a;
  const holes: u32 = low | (1 << b) | (1 << c);
  let g0 = at(sum);
  let g1 = at(sum + VECTOR);
  let g2 = at(sum + 2 * VECTOR);
  for (let k: u32 = 0; k < size; k = beyond(k, holes, low)) {
    let x = psi + k * row;
    let l = lambda + k * row;
    const end = x + ra;
    for (; x < end; x += VECTOR) {
      const p0 = at(x);
      const p1 = at(x + ra);
      const p2 = at(x + rb);
      const p3 = at(x + rab);
      const y = x + rc;
      const p4 = at(y);
      const p5 = at(y + ra);
      const p6 = at(y + rb);
      const p7 = at(y + rab);
      // `up` gathers λ₁ψ₀, `down` λ₀ψ₁, one amplitude of λ after another.
      let m = at(l);
      let down0 = mul<T>(m, p1);
      let down1 = mul<T>(m, p2);
      let down2 = mul<T>(m, p4);
      m = at(l + ra);
      let up0 = mul<T>(m, p0);
      down1 = add<T>(down1, mul<T>(m, p3));
      down2 = add<T>(down2, mul<T>(m, p5));
      m = at(l + rb);
      down0 = add<T>(down0, mul<T>(m, p3));
      let up1 = mul<T>(m, p0);
      down2 = add<T>(down2, mul<T>(m, p6));
      m = at(l + rab);
      up0 = add<T>(up0, mul<T>(m, p2));
      up1 = add<T>(up1, mul<T>(m, p1));
      down2 = add<T>(down2, mul<T>(m, p7));
      const h = l + rc;
      m = at(h);
      down0 = add<T>(down0, mul<T>(m, p5));
      down1 = add<T>(down1, mul<T>(m, p6));
      let up2 = mul<T>(m, p0);
      m = at(h + ra);
      up0 = add<T>(up0, mul<T>(m, p4));
      down1 = add<T>(down1, mul<T>(m, p7));
      up2 = add<T>(up2, mul<T>(m, p1));
      m = at(h + rb);
      down0 = add<T>(down0, mul<T>(m, p7));
      up1 = add<T>(up1, mul<T>(m, p4));
      up2 = add<T>(up2, mul<T>(m, p2));
      m = at(h + rab);
      up0 = add<T>(up0, mul<T>(m, p6));
      up1 = add<T>(up1, mul<T>(m, p5));
      up2 = add<T>(up2, mul<T>(m, p3));
      g0 = add<T>(g0, sub<T>(up0, down0));
      g1 = add<T>(g1, sub<T>(up1, down1));
      g2 = add<T>(g2, sub<T>(up2, down2));
      l += VECTOR;
    }
  }
  put(sum, g0);
  put(sum + VECTOR, g1);
  put(sum + 2 * VECTOR, g2);
}

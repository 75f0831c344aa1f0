// The slopes of rotations about Y that all samples share: Im⟨λ|Y|ψ⟩ = Σ λ₁ψ₀ − λ₀ψ₁ over the pairs along a qubit, both
// parts alike. What is summed lies at `sum`, a vector a qubit.
import { VECTOR, add, at, mul, opened, put, sub } from './vector';

/** One qubit. */
export function slope1<T>(lambda: usize, psi: usize, size: u32, row: usize, a: u32, sum: usize): void {
  const run = row << a;
  let g0 = at(sum);
  for (let m: u32 = 0; m < size >> (a + 1); m++) {
    const base = (m << (a + 1)) * row;
    for (let i = base; i < base + run; i += VECTOR) {
      const up = mul<T>(at(lambda + i + run), at(psi + i));
      g0 = add<T>(g0, sub<T>(up, mul<T>(at(lambda + i), at(psi + i + run))));
    }
  }
  put(sum, g0);
}

/** Two qubits, a < b. */
export function slope2<T>(lambda: usize, psi: usize, size: u32, row: usize, a: u32, b: u32, sum: usize): void {
  const run = row << a;
  const ra = row << a;
  const rb = row << b;
  let g0 = at(sum);
  let g1 = at(sum + VECTOR);
  for (let m: u32 = 0; m < size >> (a + 2); m++) {
    const base = opened(m << (a + 1), b) * row;
    for (let i = base; i < base + run; i += VECTOR) {
      const x = psi + i;
      const l = lambda + i;
      const p0 = at(x);
      const p1 = at(x + ra);
      const p2 = at(x + rb);
      const p3 = at(x + ra + rb);
      const l0 = at(l);
      const l1 = at(l + ra);
      const l2 = at(l + rb);
      const l3 = at(l + ra + rb);
      g0 = add<T>(g0, add<T>(sub<T>(mul<T>(l1, p0), mul<T>(l0, p1)), sub<T>(mul<T>(l3, p2), mul<T>(l2, p3))));
      g1 = add<T>(g1, add<T>(sub<T>(mul<T>(l2, p0), mul<T>(l0, p2)), sub<T>(mul<T>(l3, p1), mul<T>(l1, p3))));
    }
  }
  put(sum, g0);
  put(sum + VECTOR, g1);
}

/** Three qubits, a < b < c. */
export function slope3<T>(lambda: usize, psi: usize, size: u32, row: usize, a: u32, b: u32, c: u32, sum: usize): void {
  const run = row << a;
  const ra = row << a;
  const rb = row << b;
  const rc = row << c;
  let g0 = at(sum);
  let g1 = at(sum + VECTOR);
  let g2 = at(sum + 2 * VECTOR);
  for (let m: u32 = 0; m < size >> (a + 3); m++) {
    const base = opened(opened(m << (a + 1), b), c) * row;
    for (let i = base; i < base + run; i += VECTOR) {
      let x = psi + i;
      const p0 = at(x);
      const p1 = at(x + ra);
      const p2 = at(x + rb);
      const p3 = at(x + ra + rb);
      x += rc;
      const p4 = at(x);
      const p5 = at(x + ra);
      const p6 = at(x + rb);
      const p7 = at(x + ra + rb);
      // `up` gathers λ₁ψ₀, `down` λ₀ψ₁, one amplitude of λ after another.
      let l = lambda + i;
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
      m = at(l + ra + rb);
      up0 = add<T>(up0, mul<T>(m, p2));
      up1 = add<T>(up1, mul<T>(m, p1));
      down2 = add<T>(down2, mul<T>(m, p7));
      l += rc;
      m = at(l);
      down0 = add<T>(down0, mul<T>(m, p5));
      down1 = add<T>(down1, mul<T>(m, p6));
      let up2 = mul<T>(m, p0);
      m = at(l + ra);
      up0 = add<T>(up0, mul<T>(m, p4));
      down1 = add<T>(down1, mul<T>(m, p7));
      up2 = add<T>(up2, mul<T>(m, p1));
      m = at(l + rb);
      down0 = add<T>(down0, mul<T>(m, p7));
      up1 = add<T>(up1, mul<T>(m, p4));
      up2 = add<T>(up2, mul<T>(m, p2));
      m = at(l + ra + rb);
      up0 = add<T>(up0, mul<T>(m, p6));
      up1 = add<T>(up1, mul<T>(m, p5));
      up2 = add<T>(up2, mul<T>(m, p3));
      g0 = add<T>(g0, sub<T>(up0, down0));
      g1 = add<T>(g1, sub<T>(up1, down1));
      g2 = add<T>(g2, sub<T>(up2, down2));
    }
  }
  put(sum, g0);
  put(sum + VECTOR, g1);
  put(sum + 2 * VECTOR, g2);
}

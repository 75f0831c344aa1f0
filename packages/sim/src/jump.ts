import type { DampingInstruction } from './program.ts';

type Damping = Pick<DampingInstruction, 'qubit' | 'rate'>;

/** The jump of amplitude damping, in place: the state falls where sin²(angle/2) < rate·p₁, and has norm 1 either way. */
export function jump(state: Float64Array, damping: Damping, angle: number): void {
  const bit = 1 << damping.qubit;
  const { fromOne, keptZero, keptOne } = jumpFactors(damping, angle, oddsOf(state, bit));
  for (let k = 0; k < state.length / 2; k++) {
    if ((k & bit) !== 0) continue;
    for (const zero of [2 * k, 2 * k + 1]) {
      const one = zero + 2 * bit;
      state[zero] = keptZero * state[zero] + fromOne * state[one];
      state[one] *= keptOne;
    }
  }
}

/** The probabilities of 0 and of 1. */
interface Odds {
  readonly zero: number;
  readonly one: number;
}

/** By what the amplitudes are multiplied: what is left of those of 0 and of 1, and what comes from 1 to 0. */
export interface JumpFactors {
  readonly fromOne: number;
  readonly keptZero: number;
  readonly keptOne: number;
}

/** Of the two Kraus operators |0⟩⟨1| and diag(1, √(1 − rate)) the one that the angle decides on, over the norm that it leaves. */
export function jumpFactors({ rate }: Damping, angle: number, { zero, one }: Odds): JumpFactors {
  const left = zero + (1 - rate) * one;
  // Of a state that would vanish if it did not fall, no other way is left.
  if (Math.sin(angle / 2) ** 2 * (zero + one) < rate * one || left === 0)
    return { fromOne: 1 / Math.sqrt(one), keptZero: 0, keptOne: 0 };
  return { fromOne: 0, keptZero: 1 / Math.sqrt(left), keptOne: Math.sqrt((1 - rate) / left) };
}

function oddsOf(state: Float64Array, bit: number): Odds {
  let [zero, one] = [0, 0];
  for (let k = 0; k < state.length / 2; k++) {
    const probability = state[2 * k] ** 2 + state[2 * k + 1] ** 2;
    if ((k & bit) === 0) zero += probability;
    else one += probability;
  }
  return { zero, one };
}

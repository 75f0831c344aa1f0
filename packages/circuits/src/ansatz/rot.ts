import type { Angle } from '../angle.ts';
import { type Op, ry, rz } from '../op.ts';

/** Any rotation of one qubit: RZ, RY, RZ by φ, θ, ω, as PennyLane's Rot(φ, θ, ω) = RZ(ω) RY(θ) RZ(φ). */
export function rot([phi, theta, omega]: readonly Angle[], qubit: number): readonly Op[] {
  return [rz(phi, qubit), ry(theta, qubit), rz(omega, qubit)];
}

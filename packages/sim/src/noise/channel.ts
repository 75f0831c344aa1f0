/** With these probabilities an X, a Y or a Z, on each qubit by itself. */
export interface PauliChannel {
  readonly kind: 'pauli';
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** With probability p one of the words other than the identity, each as likely, on all qubits of a gate together. */
export interface JointDepolarizing {
  readonly kind: 'joint';
  readonly p: number;
}

/** A 1 falls to 0 at this rate, on each qubit by itself. */
export interface AmplitudeDamping {
  readonly kind: 'damping';
  readonly rate: number;
}

/** What happens to a qubit besides what is wanted: plain data. Nielsen and Chuang, section 8.3. */
export type Channel = PauliChannel | JointDepolarizing | AmplitudeDamping;

/** (1 − pₓ − p_y − p_z)ρ + pₓXρX + p_yYρY + p_zZρZ */
export function pauliChannel(x: number, y: number, z: number): Channel {
  const probabilities = [x, y, z];
  const sum = x + y + z;
  if (!(probabilities.every((p) => p >= 0) && sum <= 1 + 1e-12))
    throw new Error(
      `pauliChannel was given the probabilities (${probabilities}). Each is at least 0, and together they are at most 1.`,
    );
  return { kind: 'pauli', x, y, z };
}

/**
 * (1 − p)ρ + p/3 (XρX + YρY + ZρZ), as in PennyLane and Cirq: at p = 3/4 nothing is left of ρ. The p of Nielsen and Chuang,
 * equation 8.100, is 4/3 of it.
 */
export const depolarizing = (p: number): Channel => {
  const third = probability('depolarizing', p) / 3;
  return pauliChannel(third, third, third);
};

/**
 * (1 − p)ρ + p/(4ⁿ − 1) Σ PρP over the words P other than the identity on the n qubits of a gate: what Cirq calls
 * depolarize(p, n). On one qubit it is depolarizing(p).
 */
export const jointDepolarizing = (p: number): Channel => ({
  kind: 'joint',
  p: probability('jointDepolarizing', p),
});

/** (1 − p)ρ + pXρX */
export const bitFlip = (p: number): Channel => pauliChannel(probability('bitFlip', p), 0, 0);

/** (1 − p)ρ + pZρZ */
export const phaseFlip = (p: number): Channel => pauliChannel(0, 0, probability('phaseFlip', p));

/**
 * The Kraus operators diag(1, √(1 − λ)) and diag(0, √λ): coherences shrink by √(1 − λ). As a channel it is the phase flip
 * with p = (1 − √(1 − λ))/2, and is done as that.
 */
export const phaseDamping = (lambda: number): Channel =>
  phaseFlip((1 - Math.sqrt(1 - probability('phaseDamping', lambda))) / 2);

/** The Kraus operators diag(1, √(1 − γ)) and √γ|0⟩⟨1|: with probability γ a 1 falls to 0. */
export const amplitudeDamping = (gamma: number): Channel => ({
  kind: 'damping',
  rate: probability('amplitudeDamping', gamma),
});

/** Throws, naming who was given it, unless it is a probability. */
export function probability(who: string, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new Error(`${who} was given ${p}. It takes a probability, from 0 to 1.`);
  return p;
}

import type { Observable } from '@hqnn/sim';

/** Σ|coefficient|, beyond which no expectation value of an observable is. */
export const boundOf = ({ terms }: Observable): number =>
  terms.reduce((sum, { coefficient }) => sum + Math.abs(coefficient), 0);

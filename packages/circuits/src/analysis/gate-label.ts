import type { Op } from '../op.ts';

/** The name of a gate with a c for each control: cx, ccz, crx. */
export const gateLabel = ({ gate, controls }: Op) => 'c'.repeat(controls.length) + gate.name;

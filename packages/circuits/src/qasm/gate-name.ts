import { adjointGate, type Gate } from '../gates.ts';
import type { Op } from '../op.ts';
import { tableName } from '../table-name.ts';
import type { Dialect } from './dialect.ts';

/** What a library calls the gate of an op, modifiers included; undefined where it has no name for it. */
export function gateName({ gate, controls }: Op, dialect: Dialect): string | undefined {
  const own = named(gate, controls.length, dialect);
  if (own !== undefined || !dialect.modern || 'axis' in gate) return own;
  const inverse = named(adjointGate(gate), 0, dialect);
  return inverse === undefined ? undefined : `${ctrl(controls.length)}inv @ ${inverse}`;
}

function named(row: Gate, controls: number, { names, modern }: Dialect): string | undefined {
  const own = tableName(row);
  if (own === undefined) return undefined;
  const alone = names.get(own);
  return names.get('c'.repeat(controls) + own) ?? (modern && alone ? ctrl(controls) + alone : undefined);
}

/** The modifier for so many controls. */
export const ctrl = (controls: number) => (controls === 0 ? '' : controls === 1 ? 'ctrl @ ' : `ctrl(${controls}) @ `);

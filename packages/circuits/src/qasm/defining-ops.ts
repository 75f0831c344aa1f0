import { vector } from '../angle.ts';
import { inverse } from '../circuit.ts';
import type { Gate, Rotation } from '../gates.ts';
import { cx, type Op, rz } from '../op.ts';
import { TO_Z } from '../to-z.ts';
import { acts } from './lowered.ts';
import { twoLevel } from './two-level.ts';

/** What an angle of a definition is called. */
export const PARAMETER = 'theta';

/** The ops of a gate's definition, on its own qubits; those of a rotation turn by the weight theta. */
export const definingOps = (row: Gate): readonly Op[] => ('axis' in row ? ladder(row) : twoLevel(row).filter(acts));

/** The rotation about a word: every letter is turned into Z, the parity gathered on the last qubit, and undone again. */
function ladder({ axis }: Rotation): readonly Op[] {
  const letters = [...axis].flatMap((letter, qubit) => (letter === 'I' ? [] : [{ letter, qubit }]));
  const to = letters.flatMap(({ letter, qubit }) => TO_Z[letter](qubit));
  const from = letters.flatMap(({ letter, qubit }) => inverse({ qubits: axis.length, ops: TO_Z[letter](qubit) }).ops);
  const gather = letters.slice(1).map(({ qubit }, k) => cx(letters[k].qubit, qubit));
  const [theta] = vector(PARAMETER, 1);
  const turn = letters.slice(-1).map(({ qubit }) => rz(theta, qubit));
  return [...to, ...gather, ...turn, ...[...gather].reverse(), ...from];
}

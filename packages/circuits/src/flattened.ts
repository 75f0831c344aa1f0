import type { Circuit, Part } from './circuit.ts';
import type { Op } from './op.ts';
import { shown } from './shown.ts';

/** The ops and circuits of a part, in order. */
export function flattened(who: string, part: Part): readonly (Op | Circuit)[] {
  if (isList(part)) return part.flatMap((one) => flattened(who, one));
  if (typeof part === 'object' && part !== null && ('gate' in part || 'ops' in part)) return [part];
  throw new Error(
    `${who} was given ${shown(part)} as a part. A part is an op, such as h(0), a circuit, or a list of such; a function that makes one returns it.`,
  );
}

const isList = (part: Part): part is readonly Part[] => Array.isArray(part);

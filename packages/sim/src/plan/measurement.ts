import type { PauliWord } from '../pauli.ts';
import type { Observable } from '../program.ts';
import type { Measurement, Pass, RotatePass, Share, Turn } from './plan.ts';

/** What is measured, and the passes that are left to run before it. */
export interface Ending {
  readonly passes: readonly Pass[];
  readonly measurement: Measurement;
}

/**
 * The words of the observables. The last pass moves into them where it can: `perSample` tells the slots whose angles,
 * differing from sample to sample, cannot; without it nothing is moved.
 */
export function ending(
  passes: readonly Pass[],
  observables: readonly Observable[],
  perSample?: (slot: number) => boolean,
): Ending {
  const plain = measurementOf(
    observables.flatMap(({ terms }, observable) => terms.map((term) => ({ ...term, observable }))),
  );
  const last = perSample ? passes.at(-1) : undefined;
  // Phases do nothing to a diagonal word.
  if (last?.kind === 'diagonal' && plain.words.every(({ x }) => x === 0))
    return { passes: passes.slice(0, -1), measurement: { ...plain, moves: last.moves } };
  const turning = (slot: number) => perSample?.(slot) ?? true;
  const shared = last?.kind === 'rotate' && !last.turns.some(({ turn }) => turn.slots.some(turning));
  if (shared && plain.words.every(hasOneLetter))
    return { passes: passes.slice(0, -1), measurement: turned(plain, last) };
  return { passes, measurement: plain };
}

interface Part {
  readonly word: PauliWord;
  readonly observable: number;
  readonly coefficient: number;
  readonly turn?: NonNullable<Share['turn']>;
}

/** Distinct words, and each part as a share in one. */
function measurementOf(parts: readonly Part[]): Measurement {
  const words: PauliWord[] = [];
  const shares = parts.map(({ word, ...share }) => {
    let index = words.findIndex(({ x, z }) => x === word.x && z === word.z);
    if (index < 0) index = words.push(word) - 1;
    return { ...share, word: index };
  });
  return { words, shares };
}

const partsOf = ({ words, shares }: Measurement): readonly Part[] =>
  shares.map(({ word, ...share }) => ({ ...share, word: words[word] }));

/** Whether it acts on one qubit at most. */
const hasOneLetter = ({ x, z }: PauliWord) => ((x | z) & ((x | z) - 1)) === 0;

/** RY(α)† Z RY(α) = cos α Z − sin α X, and RY(α)† X RY(α) = cos α X + sin α Z. */
function turned(plain: Measurement, { turns }: RotatePass): Measurement {
  return measurementOf(
    partsOf(plain).flatMap((part): readonly Part[] => {
      const { x, z } = part.word;
      const of: Turn | undefined = turns.find(({ qubit }) => (x ^ z) === 1 << qubit)?.turn;
      if (!of) return [part];
      return [
        { ...part, turn: { of, f: 'cos' as const } },
        {
          ...part,
          word: { x: z, z: x },
          coefficient: x === 0 ? -part.coefficient : part.coefficient,
          turn: { of, f: 'sin' as const },
        },
      ];
    }),
  );
}

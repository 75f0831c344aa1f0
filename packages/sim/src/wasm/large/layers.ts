import { isIdentity } from '../../plan/affine.ts';
import type {
  AffineMap,
  DampingPass,
  MatrixPass,
  Pass,
  Phase,
  Plan,
  QubitTurn,
  Turn,
  WordPass,
} from '../../plan/plan.ts';

/** Rotations, then phases, then a permutation: what low qubits go through while a block is in the cache. */
export interface Layer {
  readonly kind: 'layer';
  readonly turns: readonly QubitTurn[];
  /**
   * In tangent form cosines are left out, to be made up for by the phases behind, or, of an `open` layer, by whoever reads
   * its probabilities.
   */
  readonly form: 'tangent' | 'plain' | 'open';
  readonly phases: readonly Phase[];
  readonly moves: AffineMap | undefined;
}

/** What a large state goes through, one after another. */
export type LargeStep = Layer | WordPass | MatrixPass | DampingPass;

/** The passes of a plan for one sample, each rotation together with the phases behind it. */
export function layersOf({ passes, measurement }: Plan, endsOpen: boolean): readonly LargeStep[] {
  const diagonal = measurement.words.every(({ x }) => x === 0);
  return passes.flatMap((pass, k): readonly LargeStep[] => {
    const next: Pass | undefined = passes[k + 1];
    switch (pass.kind) {
      case 'rotate': {
        const { turns } = pass;
        if (next?.kind === 'diagonal')
          return [{ kind: 'layer', turns, form: 'tangent', phases: next.phases, moves: movesOf(next.moves) }];
        const form = !next && endsOpen && diagonal ? 'open' : 'plain';
        return [{ kind: 'layer', turns, form, phases: [], moves: undefined }];
      }
      case 'diagonal':
        if (passes[k - 1]?.kind === 'rotate') return [];
        return [{ kind: 'layer', turns: [], form: 'plain', phases: pass.phases, moves: movesOf(pass.moves) }];
      case 'phases':
        return [{ kind: 'layer', turns: [], form: 'plain', phases: pass.phases, moves: undefined }];
      default:
        return [pass];
    }
  });
}

const movesOf = (moves: AffineMap) => (isIdentity(moves) ? undefined : moves);

/** The angle of a turn, from the angles of all slots. */
export const angleOf = ({ constant, slots }: Turn, angles: ArrayLike<number>) =>
  slots.reduce((sum, slot) => sum + angles[slot], constant);

/** cos and sin of half of each turn; t, and whether it is the cotangent. */
export interface HalfTurn {
  readonly qubit: number;
  readonly c: number;
  readonly s: number;
  readonly t: number;
  readonly flipped: boolean;
}

/** A turn at these angles of the slots. */
export function halfTurn({ qubit, turn }: QubitTurn, angles: ArrayLike<number>): HalfTurn {
  const half = angleOf(turn, angles) / 2;
  const [c, s] = [Math.cos(half), Math.sin(half)];
  const flipped = Math.abs(s) > Math.abs(c);
  return { qubit, c, s, t: flipped ? c / s : s / c, flipped };
}

/** What tangents leave out. */
export const leftOut = (turns: readonly HalfTurn[]) =>
  turns.reduce((product, { c, s, flipped }) => product * (flipped ? s : c), 1);

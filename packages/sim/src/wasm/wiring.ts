import type { DampingPass, DiagonalPass, MatrixPass, Phase, Plan, RotatePass, WordPass } from '../plan/plan.ts';
import type { Program } from '../program.ts';
import { type Settings, type Sum, settingsOf, type Terms } from './settings.ts';

// Every angle of a plan becomes either a setting, one number for all samples, worked out from the weights once a step, or a
// dial, one number a sample, bias + Σ scale · feature, worked out in the kernels. Of a rotation by a setting only the tangent
// is used in its sweep; its cosine goes into the next table, or into what is measured.

/** Qubits that turn together: by tangents that all samples share, or by dials, an angle a sample. */
export interface BlockWiring {
  readonly lanes: boolean;
  readonly qubits: readonly number[];
  /** The places of the tangents or dials. */
  readonly places: readonly number[];
}

/** A word of Zs and the place of its setting or dial. */
export interface WordWiring {
  readonly mask: number;
  readonly place: number;
}

/** A pass with the places of what it turns by. */
export type PassWiring =
  | { readonly kind: 'rotate'; readonly blocks: readonly BlockWiring[] }
  | {
      readonly kind: 'diagonal';
      readonly pass: DiagonalPass;
      readonly words: readonly WordWiring[];
      /** The tangents whose cosines it takes. */
      readonly takes: readonly BlockWiring[];
    }
  | { readonly kind: 'phases'; readonly words: readonly WordWiring[] }
  | { readonly kind: 'word'; readonly pass: WordPass; readonly dial: number }
  | { readonly kind: 'damping'; readonly pass: DampingPass; readonly dial: number }
  | { readonly kind: 'matrix'; readonly pass: MatrixPass };

/** A plan whose angles have places: first the tangents, then the words of tables, then the angles in what is measured; dials apart. */
export interface Wiring {
  readonly passes: readonly PassWiring[];
  /** The dial of each qubit at the start. */
  readonly startDials: readonly number[];
  /** The tangents whose cosines, squared, are left to what is measured. */
  readonly measuredTakes: readonly BlockWiring[];
  readonly tangentCount: number;
  readonly dialCount: number;
  /** For each share, the place of the angle it depends on, or −1. */
  readonly shareTurns: readonly number[];
  readonly settings: Settings;
  readonly terms: Terms;
}

/** The wiring of a plan; where states may have to be undone on the way back, no cosine is left to what is measured. */
export function wiringOf(plan: Plan, program: Program, mayUndo: boolean): Wiring {
  const tangents: Sum[] = [];
  const words: Sum[] = [];
  const dials: Sum[] = [];
  const perSample = ({ turn }: { readonly turn: Phase['turn'] }) =>
    turn.slots.some((slot) => {
      const angle = program.slots[slot];
      return typeof angle !== 'number' && angle.feature !== undefined;
    });

  const half = (turn: Phase['turn']): Sum => [{ coefficient: 1 / 2, turn }];
  const startDials = [...Array(plan.qubits).keys()].map((qubit) => {
    const start = plan.start.find((each) => each.qubit === qubit);
    return dials.push(start ? half(start.turn) : []) - 1;
  });

  const blocksOf = ({ turns }: RotatePass, tangentForm: boolean): readonly BlockWiring[] => {
    const shared = turns.filter((each) => tangentForm && !perSample(each));
    const own = turns.filter((each) => !shared.includes(each));
    return [
      ...inGroups(own, 2).map((group) => ({
        lanes: true,
        qubits: group.map(({ qubit }) => qubit),
        places: group.map(({ turn }) => dials.push(half(turn)) - 1),
      })),
      ...inThrees(shared).map((group) => ({
        lanes: false,
        qubits: group.map(({ qubit }) => qubit),
        places: group.map(({ turn }) => tangents.push(half(turn)) - 1),
      })),
    ];
  };

  // In front of a table the cosines go into it. At the end they go into probabilities, to which signs do nothing; but what
  // lacks its cosines cannot be undone.
  const diagonal = !mayUndo && plan.measurement.words.length > 0 && plan.measurement.words.every(({ x }) => x === 0);
  const passes: PassWiring[] = [];
  for (const [k, pass] of plan.passes.entries()) {
    if (pass.kind === 'rotate') {
      const next = plan.passes[k + 1];
      passes.push({ kind: pass.kind, blocks: blocksOf(pass, next ? next.kind === 'diagonal' : diagonal) });
    } else if (pass.kind === 'diagonal') {
      const takes = tangentsOf(passes.at(-1));
      const turning = pass.phases.filter(({ turn }) => turn.slots.length > 0);
      passes.push({ kind: pass.kind, pass, words: wordsOf(turning, words), takes });
    } else if (pass.kind === 'phases') passes.push({ kind: pass.kind, words: wordsOf(pass.phases, dials) });
    else if (pass.kind === 'word') passes.push({ kind: pass.kind, pass, dial: dials.push(half(pass.turn)) - 1 });
    else if (pass.kind === 'damping') passes.push({ kind: pass.kind, pass, dial: dials.push(half(pass.turn)) - 1 });
    else passes.push({ kind: pass.kind, pass });
  }

  const turns: Sum[] = [];
  const shareTurns = plan.measurement.shares.map(({ turn }) =>
    turn ? tangents.length + words.length + turns.push([{ coefficient: 1, turn: turn.of }]) - 1 : -1,
  );
  return {
    passes: passes.map((pass) => (pass.kind === 'diagonal' ? behindTangents(pass, tangents.length) : pass)),
    startDials,
    measuredTakes: diagonal ? tangentsOf(passes.at(-1)) : [],
    tangentCount: tangents.length,
    dialCount: dials.length,
    shareTurns,
    ...settingsOf(program, [...tangents, ...words, ...turns], dials),
  };
}

const tangentsOf = (pass: PassWiring | undefined) =>
  pass?.kind === 'rotate' ? pass.blocks.filter(({ lanes }) => !lanes) : [];

/** The words of tables have the places behind those of the tangents. */
const behindTangents = (pass: Extract<PassWiring, { kind: 'diagonal' }>, tangents: number): PassWiring => ({
  ...pass,
  words: pass.words.map(({ mask, place }) => ({ mask, place: tangents + place })),
});

/** A sum for each mask that there is. */
function wordsOf(phases: readonly Phase[], sums: Sum[]): readonly WordWiring[] {
  const masks = [...new Set(phases.map(({ mask }) => mask))];
  return masks.map((mask) => ({ mask, place: sums.push(phases.filter((phase) => phase.mask === mask)) - 1 }));
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) => items.slice(k * size, (k + 1) * size));
}

/** In threes, but four in twos. */
function inThrees<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const threes = Math.max(0, Math.floor((items.length - (items.length % 3 === 1 ? 4 : 0)) / 3));
  return [...inGroups(items.slice(0, 3 * threes), 3), ...inGroups(items.slice(3 * threes), 2)];
}

/** The places of all blocks, one after another. */
export const placesOf = (blocks: readonly BlockWiring[]) => Int32Array.from(blocks.flatMap(({ places }) => places));

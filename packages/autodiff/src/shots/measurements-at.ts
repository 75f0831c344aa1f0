import { byAngles, type Point, type Program, type Setting, type Shift, settingsOf, type Wanted } from '@hqnn/sim';
import { shiftTermsOf } from '../parameter-shift.ts';
import { slotChains } from '../second-order/slot-chain.ts';
import { variableRotations } from '../shift-terms.ts';
import { movedQubits } from './moved-qubits.ts';

/** A circuit with one angle shifted, measured in one setting: a shot gives Σ ±c over the words that the angle may move. */
export interface Measurement extends Shift {
  /** Of the program of angles, with those words alone. */
  readonly setting: Setting;
  /** What its mean counts for in ∂⟨O⟩/∂v of each variable v, all weights and after them the features: coefficient · ∂α/∂v. */
  readonly slopes: readonly { readonly variable: number; readonly slope: number }[];
  /** √Σ slope², what its standard deviation counts for in all slopes together. */
  readonly scale: number;
  /** Σ|c|, which no shot exceeds. */
  readonly bound: number;
}

/** What the slopes at a point are made of: each term of the shift rules in each setting, if it counts for any slope there. */
export function measurementsAt(program: Program, { features, weights }: Point, wanted: Wanted): readonly Measurement[] {
  const rotations = variableRotations(program, wanted);
  const chains = slotChains(program, rotations, features, weights, wanted);
  const slopesIn = new Map(rotations.map(({ slot }, k) => [slot, chains[k].slopes]));
  const all = shiftTermsOf(program, wanted).flatMap(({ slot, shift, coefficient }) => {
    const along = slopesIn.get(slot) ?? [];
    const slopes = along.map(({ variable, slope }) => ({ variable, slope: coefficient * slope }));
    const scale = Math.hypot(...slopes.map(({ slope }) => slope));
    return settingsAlong(program, slot).map(({ setting, bound }) => ({ slot, shift, setting, slopes, scale, bound }));
  });
  return all.filter(({ scale, bound }) => scale * bound > 0);
}

type Bounded = Pick<Measurement, 'setting' | 'bound'>;

const known = new WeakMap<Program, Map<number, readonly Bounded[]>>();

/** The settings with the words that the angle of a slot may move, worked out once. */
function settingsAlong(program: Program, slot: number): readonly Bounded[] {
  const bySlot = known.get(program) ?? new Map<number, readonly Bounded[]>();
  known.set(program, bySlot);
  const found = bySlot.get(slot) ?? settingsMoved(program, movedQubits(program, slot));
  bySlot.set(slot, found);
  return found;
}

const settingsMoved = (program: Program, moved: number): readonly Bounded[] =>
  settingsOf(byAngles(program)).map((setting) => {
    const words = setting.words.filter(({ mask }) => (mask & moved) !== 0);
    return { setting: { ...setting, words }, bound: boundOf(words) };
  });

const boundOf = (words: Setting['words']) =>
  words.reduce(
    (total, { shares }) => total + Math.abs(shares.reduce((sum, { coefficient }) => sum + coefficient, 0)),
    0,
  );

import { angleAt } from '../../angle.ts';
import { pullBackSlots } from '../../chain-rule.ts';
import { pullBackInitial } from '../../initial.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Program } from '../../program.ts';
import type { Gradients, Shift, Wanted } from '../../simulator.ts';
import type { Crew } from '../crew.ts';
import { seed, setWords, wordValues } from './large-measure.ts';
import { type LargeRecord, largeRecord } from './large-record.ts';
import { readState, setAmplitudes, setProduct } from './large-start.ts';
import { type LargeSweeps, largeSweeps } from './large-sweeps.ts';
import { halfTurn, type LargeStep, layersOf, leftOut } from './layers.ts';

/** One sample and the program that it goes through, on one large state. */
export interface Sample {
  readonly plan: Plan;
  readonly program: Program;
  /** Its features, a row of them, and the weights. */
  readonly features: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** ⟨O⟩ of each observable, with one slot moved or none. */
export function runLarge(crew: Crew, sample: Sample, moved?: Shift): Float64Array {
  return withRoom(crew, () => {
    const { record, sweeps, steps, angles } = carried(crew, sample, { back: false, endsOpen: true, moved });
    const { words, shares } = sample.plan.measurement;
    const last = steps.at(-1);
    const open = last?.kind === 'layer' && last.form === 'open' ? last.turns : [];
    const scale =
      leftOut(open.filter(({ qubit }) => qubit >= record.insideBits).map((turn) => halfTurn(turn, angles))) ** 2;
    const values = wordValues(crew, record, sweeps, words);
    const outputs = new Float64Array(sample.program.observables.length);
    for (const { observable, word, coefficient } of shares) outputs[observable] += scale * coefficient * values[word];
    return outputs;
  });
}

/** 2ⁿ amplitudes as two numbers each. */
export function largeState(crew: Crew, sample: Sample): Float64Array {
  return withRoom(crew, () => {
    const { record } = carried(crew, sample, { back: false, endsOpen: false });
    return readState(crew.arena, record, 'state', 2 ** sample.program.qubits);
  });
}

/** The gradient of Σ cotangent·⟨O⟩: λ goes back through the steps, and the state with it, undone. */
export function pullBackLarge(crew: Crew, sample: Sample, cotangents: ArrayLike<number>, wanted: Wanted): Gradients {
  return withRoom(crew, () => {
    const { program, features, weights, plan } = sample;
    const { record, sweeps, steps } = carried(crew, sample, { back: true, endsOpen: false });
    seed(crew, record, sweeps, plan, cotangents);
    const slopes = new Float64Array(program.slots.length);
    for (const step of steps.flatMap(withoutMoves).toReversed()) {
      addPhaseSlopes(crew, record, sweeps, step, slopes);
      sweeps.carry(step, 'other', true);
      sweeps.carry(step, 'state', true);
      addTurnSlopes(record, sweeps, step, slopes);
    }
    const turned = sweeps.call('turnSlopes', program.qubits);
    for (const { qubit, turn } of plan.start) for (const slot of turn.slots) slopes[slot] += turned[qubit];
    const gradients = pullBackSlots(program, features, weights, slopes, wanted);
    if (wanted.features && program.initial) {
      const lambda = readState(crew.arena, record, 'other', program.initial.length);
      pullBackInitial(program, features, 0, lambda, gradients.features);
    }
    return gradients;
  });
}

interface Way {
  readonly back: boolean;
  readonly endsOpen: boolean;
  readonly moved?: Shift | undefined;
}

/** The final state, and what led there. */
function carried(crew: Crew, { plan, program, features, weights }: Sample, { back, endsOpen, moved }: Way) {
  const record = largeRecord(crew.arena, program.qubits, back ? 2 : 1, back ? 3 : 2);
  const angles = program.slots.map((angle) => angleAt(angle, features, 0, weights));
  if (moved) angles[moved.slot] += moved.shift;
  const steps = layersOf(plan, endsOpen);
  const sweeps = largeSweeps(crew, record, angles, back);
  if (program.initial) setAmplitudes(crew, record, program, features);
  else setProduct(crew, record, sweeps, plan, angles);
  for (const step of steps) sweeps.carry(step, 'state', false);
  return { record, sweeps, steps, angles };
}

/** The permutation of a layer as a step of its own, so that behind all others there are only its phases. */
function withoutMoves(step: LargeStep): readonly LargeStep[] {
  if (step.kind !== 'layer' || !step.moves) return [step];
  return [
    { ...step, moves: undefined },
    { kind: 'layer', turns: [], form: 'plain', phases: [], moves: step.moves },
  ];
}

/** The slopes of phases, from λ and ψ behind them. */
function addPhaseSlopes(
  { arena }: Crew,
  record: LargeRecord,
  sweeps: LargeSweeps,
  step: LargeStep,
  slopes: Float64Array,
): void {
  const all = step.kind === 'layer' ? step.phases : [];
  const phases = all.filter(({ mask, turn }) => mask !== 0 && turn.slots.length > 0);
  if (phases.length === 0) return;
  const masks = [...new Set(phases.map(({ mask }) => mask))];
  const mark = arena.top;
  setWords(arena, record, masks);
  const sums = sweeps.call('phaseSlopes', masks.length);
  arena.release(mark);
  for (const { mask, coefficient, turn } of phases)
    for (const slot of turn.slots) slopes[slot] += 2 * coefficient * sums[masks.indexOf(mask)];
}

/** The slopes of rotations, from λ and ψ in front of them. */
function addTurnSlopes(record: LargeRecord, sweeps: LargeSweeps, step: LargeStep, slopes: Float64Array): void {
  if (step.kind === 'word') {
    record.set({ ...step.word, controls: step.controls });
    const [slope] = sweeps.call('wordSlope', 1);
    for (const slot of step.turn.slots) slopes[slot] += slope;
  }
  if (step.kind !== 'layer' || step.turns.every(({ turn }) => turn.slots.length === 0)) return;
  const turned = sweeps.call('turnSlopes', record.qubits);
  for (const { qubit, turn } of step.turns) for (const slot of turn.slots) slopes[slot] += turned[qubit];
}

/** Takes back all memory that the work took. */
function withRoom<Result>({ arena }: Crew, work: () => Result): Result {
  const mark = arena.top;
  try {
    return work();
  } finally {
    arena.release(mark);
  }
}

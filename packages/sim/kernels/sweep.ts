// The interpreter of a plan: forward from pass to pass, and the way back.
import { VECTOR } from './vector';
import { damp } from './damping';
import { diagonal, undiagonal, undiagonalWithSlopes } from './diagonal';
import { Block, DAMPING, DIAGONAL, Frame, MATRIX, PHASES, Pass, Program, ROTATE, WORD } from './layout';
import { applyMatrix } from './matrix';
import { multiply, phaseTable, slopesOf } from './phases-lanes';
import { rotateBlock } from './rotate-block';
import { rotateLanes1, rotateLanes2, slopeLanes1, slopeLanes2 } from './rotate-lanes';
import { slope1, slope2, slope3 } from './rotate-slope';
import { fold } from './signs';
import { rotateWord, slopeWord } from './word';

/** Where states go: back and forth between two slots; each to the slot that the way back wants it in; each to its own. */
export const PASSING: u32 = 0;
export const KEEPING: u32 = 1;
export const KEEPING_ALL: u32 = 2;

@inline
export function slotOf(frame: Frame, slot: u32): usize {
  return frame.states + slot * frame.slotBytes;
}

@inline
export function passOf(program: Program, index: u32): Pass {
  return changetype<Pass>(program.passes + index * offsetof<Pass>());
}

/** Carries the state at `psi` through the passes from `from` on, and answers where it then is. */
export function forward<T>(program: Program, frame: Frame, from: u32, psi: usize, keeping: u32, a: usize, b: usize): usize {
  for (let index = from; index < program.passCount; index++) {
    const pass = passOf(program, index);
    let to = psi;
    if (keeping == KEEPING) to = slotOf(frame, pass.slot);
    else if (keeping == KEEPING_ALL) to = slotOf(frame, index + 1);
    else if (pass.apart) to = psi == a ? b : a;
    applyPass<T>(program, frame, pass, psi, to, false);
    psi = to;
  }
  return psi;
}

/** One pass, or its inverse. */
function applyPass<T>(program: Program, frame: Frame, pass: Pass, src: usize, dst: usize, back: bool): void {
  const size: u32 = 1 << program.qubits;
  const lanes = program.lanes * sizeof<T>();
  if (pass.kind == ROTATE) {
    for (let k: u32 = 0; k < pass.blockCount; k++) {
      const block = changetype<Block>(pass.blocks + k * offsetof<Block>());
      if (block.lanes) turnLanes<T>(frame, block, src, dst, size, lanes, back);
      else rotateBlock<T>(block, program.tangents, program.flips, src, dst, size, lanes << 1, back);
      src = dst;
    }
  } else if (pass.kind == DIAGONAL) {
    if (back) undiagonal<T>(src, dst, size, lanes, pass.table.table, pass.table.source);
    else diagonal<T>(src, dst, size, lanes, pass.table.table, pass.table.source);
  } else if (pass.kind == PHASES) {
    phaseTable<T>(frame.scratch, program.qubits, lanes, pass.words, frame.dials);
    multiply<T>(src, dst, size, lanes, frame.scratch, back);
  } else if (pass.kind == WORD) {
    rotateWord<T>(src, dst, size, lanes, pass.x, pass.z, pass.controls, frame.dials + pass.dial * (lanes << 1), back);
  } else if (pass.kind == DAMPING) {
    damp<T>(src, dst, size, lanes, pass.x, pass.rate, frame.dials + pass.dial * (lanes << 1));
  } else applyMatrix<T>(src, dst, size, lanes, pass.dense, back);
}

function turnLanes<T>(frame: Frame, block: Block, src: usize, dst: usize, size: u32, lanes: usize, back: bool): void {
  const first = frame.dials + block.first * (lanes << 1);
  const second = frame.dials + block.second * (lanes << 1);
  if (block.count == 2) rotateLanes2<T>(src, dst, size, lanes, block.a, block.b, first, second, back);
  else rotateLanes1<T>(src, dst, size, lanes, block.a, first, back);
}

/**
 * The way back: λ through the inverse of each pass, from the last to the first, and on the way the slope Im⟨λ|G|ψ⟩ of each
 * angle. `psi` is the final state. Answers where ψ is in front of the pass `first`; λ is then at the frame's `lambda`.
 */
export function backward<T>(program: Program, frame: Frame, first: i32, psi: usize): usize {
  const size: u32 = 1 << program.qubits;
  const lanes = program.lanes * sizeof<T>();
  for (let index = <i32>program.passCount - 1; index >= first; index--) {
    const pass = passOf(program, index);
    const lambda = frame.lambda;
    const to = pass.apart ? frame.spare : lambda;
    if (pass.kind == DIAGONAL && pass.table.wantsSlopes) {
      const table = pass.table;
      undiagonalWithSlopes<T>(lambda, to, psi, size, lanes, table.table, table.source, frame.sums + table.sums);
    } else applyPass<T>(program, frame, pass, lambda, to, true);
    if (pass.apart) {
      frame.spare = lambda;
      frame.lambda = to;
    }
    psi = before<T>(program, frame, pass, index, psi);
    slopes<T>(program, frame, pass, psi);
  }
  return psi;
}

/** The state in front of a pass: kept, or undone. */
function before<T>(program: Program, frame: Frame, pass: Pass, index: u32, psi: usize): usize {
  if (!program.undoes) return slotOf(frame, index == 0 ? 0 : passOf(program, index - 1).slot);
  const to = pass.apart ? (psi == slotOf(frame, 0) ? slotOf(frame, 1) : slotOf(frame, 0)) : psi;
  applyPass<T>(program, frame, pass, psi, to, true);
  return to;
}

/** The slopes of the angles of a pass from λ and ψ in front of it. */
function slopes<T>(program: Program, frame: Frame, pass: Pass, psi: usize): void {
  const size: u32 = 1 << program.qubits;
  const lanes = program.lanes * sizeof<T>();
  if (pass.kind == ROTATE) {
    for (let k: u32 = 0; k < pass.blockCount; k++)
      blockSlopes<T>(frame, changetype<Block>(pass.blocks + k * offsetof<Block>()), psi, size, lanes);
  } else if (pass.kind == PHASES) {
    slopesOf<T>(frame.lambda, psi, frame.scratch, size, lanes);
    fold<T>(frame.scratch, program.qubits, lanes, pass.words, frame.raw);
  } else if (pass.kind == WORD) {
    slopeWord<T>(frame.lambda, psi, size, lanes, pass.x, pass.z, pass.controls, frame.raw + pass.dial * lanes);
  }
}

function blockSlopes<T>(frame: Frame, block: Block, psi: usize, size: u32, lanes: usize): void {
  const lambda = frame.lambda;
  if (block.lanes) {
    const first = frame.raw + block.first * lanes;
    const second = frame.raw + block.second * lanes;
    if (block.count == 2) slopeLanes2<T>(lambda, psi, size, lanes, block.a, block.b, first, second);
    else slopeLanes1<T>(lambda, psi, size, lanes, block.a, first);
    return;
  }
  const sum = frame.sums + block.first * VECTOR;
  if (block.count == 3) slope3<T>(lambda, psi, size, (lanes << 1), block.a, block.b, block.c, sum);
  else if (block.count == 2) slope2<T>(lambda, psi, size, (lanes << 1), block.a, block.b, sum);
  else slope1<T>(lambda, psi, size, (lanes << 1), block.a, sum);
}

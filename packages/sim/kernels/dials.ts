// Angles a lane: how they come from the features, and how slopes in them go back.
import { VECTOR, add, at, mul, put, splatAt, sumOf, zero } from './vector';
import { cosAndSin } from './sincos';
import { Frame, Program } from './layout';
import { toLanes, toRows } from './transpose';

/** The features of a chunk, a number a lane. Lanes past the last row repeat it. */
export function readFeatures<T>(program: Program, frame: Frame, chunk: u32): void {
  toLanes<T>(program.features, program.featureCount, program.rows, program.lanes, chunk, frame.features, true);
}

/** Cosine and sine of every dial: β = bias + Σ scale · feature. */
export function turnDials<T>(program: Program, frame: Frame): void {
  const lanes = program.lanes * sizeof<T>();
  let term: u32 = 0;
  for (let dial: u32 = 0; dial < program.dialCount; dial++) {
    const end = load<u32>(program.termEnds + (dial << 2));
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      let angle = splatAt<T>(program.biases + dial * sizeof<T>());
      for (let t = term; t < end; t++) {
        const feature = at(frame.features + load<u32>(program.termFeatures + (t << 2)) * lanes + i);
        angle = add<T>(angle, mul<T>(splatAt<T>(program.termScales + t * sizeof<T>()), feature));
      }
      cosAndSin<T>(angle, frame.dials + dial * (lanes << 1) + i, lanes);
    }
    term = end;
  }
}

/** Adds the chunk's slopes in the dials to the results, alone and times each feature; and to the slopes in the features. */
export function readDials<T>(program: Program, frame: Frame): void {
  const lanes = program.lanes * sizeof<T>();
  let term: u32 = 0;
  for (let dial: u32 = 0; dial < program.dialCount; dial++) {
    const end = load<u32>(program.termEnds + (dial << 2));
    const raw = frame.raw + dial * lanes;
    let all = zero();
    for (let i: usize = 0; i < lanes; i += VECTOR) all = add<T>(all, at(raw + i));
    addResult(frame, program.dialResult + dial, sumOf<T>(all));
    for (let t = term; t < end; t++) {
      const feature = load<u32>(program.termFeatures + (t << 2)) * lanes;
      const scale = splatAt<T>(program.termScales + t * sizeof<T>());
      let weighted = zero();
      for (let i: usize = 0; i < lanes; i += VECTOR) {
        const g = at(raw + i);
        weighted = add<T>(weighted, mul<T>(g, at(frame.features + feature + i)));
        const slope = frame.slopes + feature + i;
        // A dial has half of the gate's angle: Im⟨λ|P|ψ⟩ is half of the slope in it.
        const half = mul<T>(g, scale);
        put(slope, add<T>(at(slope), add<T>(half, half)));
      }
      addResult(frame, program.termResult + t, sumOf<T>(weighted));
    }
    term = end;
  }
}

/** The slopes in the features of the chunk's rows. */
export function writeSlopes<T>(program: Program, frame: Frame, chunk: u32): void {
  toRows<T>(frame.slopes, program.featureCount, program.rows, program.lanes, chunk, program.slopes);
}

@inline
export function addResult(frame: Frame, place: u32, value: f64): void {
  const result = frame.results + (place << 3);
  store<f64>(result, load<f64>(result) + value);
}

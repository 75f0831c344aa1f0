import type { Observable, Simulator } from '@hqnn/sim';
import { bind, type Params } from './bind.ts';
import type { Circuit } from './circuit.ts';
import { type Compiled, compile } from './compile.ts';
import { defaultSimulator } from './default-simulator.ts';

/** What a circuit is run with. */
export interface RunOptions {
  /** What the circuit is run on: one fast simulator in double precision, shared by all, if absent. */
  readonly simulator?: Simulator;
}

/** (x, θ) ↦ ⟨O⟩, with the compiled circuit that it evaluates. */
export interface Expectation<Value> extends Compiled {
  (params?: Params): Value;
  readonly simulator: Simulator;
}

/** (x, θ) ↦ ⟨0|U† O U|0⟩, or one such value for each observable. */
export function expectation(circuit: Circuit, observable: Observable, options?: RunOptions): Expectation<number>;
export function expectation(
  circuit: Circuit,
  observables: readonly Observable[],
  options?: RunOptions,
): Expectation<Float64Array>;
export function expectation(
  circuit: Circuit,
  observed: Observable | readonly Observable[],
  { simulator = defaultSimulator() }: RunOptions = {},
): Expectation<number | Float64Array> {
  const single = 'terms' in observed;
  const compiled = compile(circuit, single ? [observed] : observed);
  const evaluate = (params: Params = {}) => {
    const { features, weights } = bind(compiled, params);
    const values = simulator.run(compiled.program, features, weights);
    return single ? values[0] : values;
  };
  return Object.assign(evaluate, compiled, { simulator });
}

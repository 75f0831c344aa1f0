import type { Observable, Simulator } from '@hqnn/sim';
import { bind, type Params } from './bind.ts';
import { checkNoMore } from './check.ts';
import type { Circuit } from './circuit.ts';
import { type Compiled, compile } from './compile.ts';
import { defaultSimulator } from './default-simulator.ts';
import { checkObservables } from './observables/check-observables.ts';

/** What a circuit is run with. */
export interface RunOptions {
  /** What the circuit is run on: one fast simulator in double precision, shared by all, if absent. */
  readonly simulator?: Simulator;
}

/** ⟨O⟩, by the place of O among the observables of a program. */
export interface Mean {
  readonly of: number;
  readonly less?: undefined;
}

/** ⟨O⟩ − ⟨A⟩⟨B⟩, by the places of O, A and B: a covariance where O is ½(AB + BA), a variance where A and B are one. */
export interface Covariance {
  readonly of: number;
  readonly less: readonly [number, number];
}

/** (x, θ) ↦ numbers that follow from expectation values, with all that tells how: they may be estimated from shots too. */
export interface Measured<Value, Output extends Mean | Covariance = Mean | Covariance> extends Compiled {
  (params?: Params): Value;
  readonly circuit: Circuit;
  readonly simulator: Simulator;
  /** How each number follows from the means of the program's observables. */
  readonly outputs: readonly Output[];
  /** The numbers as the function gives them: one of its own for one observable, an array for a list. */
  readonly shaped: (outputs: Float64Array) => Value;
}

/** (x, θ) ↦ ⟨O⟩, with the compiled circuit that it evaluates. */
export type Expectation<Value> = Measured<Value, Mean>;

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
  options: RunOptions = {},
): Expectation<number> | Expectation<Float64Array> {
  const observables = listed('expectation', circuit, observed);
  const outputs = observables.map((_, of) => ({ of }));
  return isOne(observed)
    ? measured(circuit, observables, outputs, asNumber, options)
    : measured(circuit, observables, outputs, asArray, options);
}

/** The function whose outputs follow from the means of the observables in this way: one run of the simulator a call. */
export function measured<Value, Output extends Mean | Covariance>(
  circuit: Circuit,
  observables: readonly Observable[],
  outputs: readonly Output[],
  shaped: (outputs: Float64Array) => Value,
  { simulator = defaultSimulator(), ...more }: RunOptions = {},
): Measured<Value, Output> {
  checkNoMore('A function of expectation values', more);
  const compiled = compile(circuit, observables);
  const evaluate = (params: Params = {}) => {
    const { features, weights } = bind(compiled, params);
    const run = () => simulator.run(compiled.program, features, weights);
    const means = run();
    // The product of two means of the same shots is too large by their covariance.
    const again = simulator.estimates && outputs.some(({ less }) => less) ? run() : means;
    return shaped(Float64Array.from(outputs, (output) => outputOf(output, means, again)));
  };
  return Object.assign(evaluate, compiled, { circuit, simulator, outputs, shaped });
}

/** The observables of a circuit as a list, if that is what they are. */
export function listed(
  who: string,
  { qubits }: Circuit,
  observed: Observable | readonly Observable[],
): readonly Observable[] {
  const observables = isOne(observed) ? [observed] : observed;
  checkObservables(who, observables, qubits);
  return observables;
}

export const isOne = (observed: Observable | readonly Observable[]): observed is Observable => !Array.isArray(observed);

/** What a function of one observable gives, and one of a list. */
export const asNumber = (outputs: Float64Array) => outputs[0];
export const asArray = (outputs: Float64Array) => outputs;

/**
 * ⟨O⟩ − ½(⟨A⟩⟨B⟩′ + ⟨A⟩′⟨B⟩) from means and others of the same: where these are independent estimates it is not biased, and
 * may be below 0. An exact variance is never negative, so one that rounding makes negative is 0.
 */
function outputOf({ of, less }: Mean | Covariance, means: Float64Array, again: Float64Array): number {
  if (!less) return means[of];
  const [a, b] = less;
  const value = means[of] - (means[a] * again[b] + again[a] * means[b]) / 2;
  return a === b && again === means ? Math.max(0, value) : value;
}

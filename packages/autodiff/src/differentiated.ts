import type { Params } from '@hqnn/circuits';

/** (x, θ) ↦ derivatives, and what they cost. */
export interface Differentiated<Value> {
  (params?: Params): Value;
  /** The name of the method that computes them. */
  readonly method: string;
  /** How many circuits each call executes; the mean where calls differ. A backward sweep counts as one. */
  readonly executions: number;
}

/** The function, with what tells of it. */
export const differentiated = <Value>(
  evaluate: (params?: Params) => Value,
  { method, executions }: Pick<Differentiated<Value>, 'method' | 'executions'>,
): Differentiated<Value> => Object.assign(evaluate, { method, executions });

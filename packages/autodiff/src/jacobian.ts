import { bind, type Expectation, named } from '@hqnn/circuits';
import type { Gradients } from '@hqnn/sim';
import { checkNoOthers } from './check-option.ts';
import { demandMeans } from './demand-mean.ts';
import { demandMethod } from './demand-method.ts';
import { type Differentiated, differentiated } from './differentiated.ts';
import type { GradientOptions } from './gradient.ts';
import { inFeatures } from './in-features.ts';
import { parameterShift } from './parameter-shift.ts';
import { unitCotangents } from './unit-cotangents.ts';

/** For each named vector one array of slopes for each observable. */
export type Jacobian = Readonly<Record<string, readonly Float64Array[]>>;

/**
 * (x, θ) ↦ ∇⟨O⟩ of every observable. By parameter shift it executes no more circuits than the gradient of one: the rule
 * is linear, and one set of executions tells of all. A sweep is made once for each observable, and a method that draws at random draws anew for each.
 */
export function jacobian(
  f: Expectation<number> | Expectation<Float64Array>,
  { method = parameterShift, features: asked, ...others }: GradientOptions = {},
): Differentiated<Jacobian> {
  demandMeans('jacobian', f);
  checkNoOthers('jacobian', { method, features: asked }, others);
  demandMethod('jacobian', method);
  const features = inFeatures('jacobian', f, asked);
  const wanted = { features };
  const { program, simulator } = f;
  const outputs = program.observables.length;
  const each = (x: Float64Array, weights: Float64Array): readonly Gradients[] =>
    method.jacobian
      ? method.jacobian(simulator, program, x, weights, wanted)
      : program.observables.map((_, k) =>
          method.pullBack(simulator, program, x, weights, unitCotangents(1, outputs, k), wanted),
        );
  return differentiated(
    (params = {}) => {
      const at = bind(f, params);
      const rows = each(at.features, at.weights);
      const vectors = rows.map((slopes) => named(f, slopes.weights));
      return {
        ...(features ? { x: rows.map((slopes) => slopes.features) } : {}),
        ...Object.fromEntries(f.vectors.map(({ name }) => [name, vectors.map((slopes) => slopes[name])])),
      };
    },
    {
      method: method.name,
      executions: method.executions(program, wanted) * (method.jacobian ? 1 : outputs),
    },
  );
}

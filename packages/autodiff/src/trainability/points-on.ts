import { bind, type Compiled, type Params } from '@hqnn/circuits';
import type { Point } from '@hqnn/sim';

/** The weights of `params` on each row of features. A circuit without features has one row, without numbers. */
export function pointsOn(
  who: string,
  compiled: Compiled,
  rows: readonly ArrayLike<number>[],
  params: Params,
): readonly Point[] {
  if ('x' in params)
    throw new Error(`${who} was given x among its params. The features are its rows; params are the weights alone.`);
  const { features } = compiled.program;
  if (!Array.isArray(rows) || rows.length === 0)
    throw new Error(`${who} was given no rows. It takes a list of rows, each of ${features} features.`);
  rows.forEach((row, k) => {
    if (row?.length !== features)
      throw new Error(
        `${who} was given ${row?.length ?? 'no'} features in row ${k}, but the circuit depends on ${features}. Rows are a list of lists.`,
      );
  });
  return rows.map((x) => bind(compiled, features > 0 ? { ...params, x } : params));
}

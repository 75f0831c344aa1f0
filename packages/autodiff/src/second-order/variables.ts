import type { Compiled } from '@hqnn/circuits';

/** blocks[a][b][i][j] belongs to entry i of the vector a and entry j of the vector b: ∂²f/∂aᵢ∂bⱼ. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, readonly Float64Array[]>>>>;

/** A matrix over all weights, and after them the features if it goes on to those, as a block for each two named vectors. */
export function blocksOf(compiled: Compiled, matrix: readonly Float64Array[]): Blocks {
  const vectors = vectorsOf(compiled, matrix.length);
  return Object.fromEntries(
    vectors.map((rows) => [
      rows.name,
      Object.fromEntries(
        vectors.map((columns) => [
          columns.name,
          matrix
            .slice(rows.start, rows.start + rows.length)
            .map((row) => row.slice(columns.start, columns.start + columns.length)),
        ]),
      ),
    ]),
  );
}

/** An array over all weights, and after them the features if it goes on to those, as one for each named vector. */
export const entriesOf = (compiled: Compiled, values: Float64Array): Readonly<Record<string, Float64Array>> =>
  Object.fromEntries(
    vectorsOf(compiled, values.length).map(({ name, start, length }) => [name, values.slice(start, start + length)]),
  );

/** The features, as x, are the last, as nothing is called so before `compile` has numbered the weights. */
function vectorsOf({ program, vectors }: Compiled, variables: number) {
  const features = { name: 'x', start: program.weights, length: program.features };
  return variables > program.weights ? [...vectors, features] : vectors;
}

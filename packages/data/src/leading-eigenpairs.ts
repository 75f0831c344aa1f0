import { EVD, Matrix } from 'ml-matrix';
import { dot } from './dot.ts';
import { random } from './random.ts';

/** An eigenvalue of a symmetric matrix, with its unit vector. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: Float64Array;
}

/** How many vectors are sought besides those that are wanted, and how many times each is multiplied by the matrix at once. */
const MORE = 8;
const POWERS = 6;

/** How far A·v may be from λ·v, as a share of the greatest eigenvalue, and how often it is tried. */
const RESIDUAL = 1e-10;
const RESTARTS = 30;

/**
 * The greatest eigenvalues of a symmetric matrix, in descending order, with their vectors: by Rayleigh and Ritz in the
 * block Krylov space of a fixed random start (Musco and Musco, NIPS 2015, algorithm 2), begun anew from the best vectors
 * until A·v = λ·v to 1e-10 of the greatest. Where that is no less work, or does not get there, by a full decomposition.
 */
export function leadingEigenpairs(matrix: readonly Float64Array[], count: number): readonly Eigenpair[] {
  const size = matrix.length;
  const width = count + MORE;
  if (2 * width * POWERS > size) return ritz(matrix, count);
  const { normal } = random(0, 'eigenpairs');
  let block: readonly Float64Array[] = Array.from({ length: width }, () => Float64Array.from({ length: size }, normal));
  for (let restart = 0; restart < RESTARTS; restart++) {
    const { basis, images } = krylov(matrix, block);
    const pairs = ritz(
      basis.map((vector) => Float64Array.from(images, (image) => dot(vector, image))),
      width,
    ).map(({ value, vector }) => ({ value, vector: sum(basis, vector), image: sum(images, vector) }));
    const wanted = pairs.slice(0, count);
    const allowed = RESIDUAL * pairs[0].value;
    if (wanted.every(({ value, vector, image }) => distance(image, vector, value) <= allowed)) return wanted;
    block = pairs.map(({ vector }) => vector);
  }
  return ritz(matrix, count);
}

/** All eigenvectors of a small matrix, the first so many of them. */
function ritz(matrix: readonly Float64Array[], count: number): readonly Eigenpair[] {
  const square = new Matrix(matrix.map((row) => [...row]));
  const { realEigenvalues: values, eigenvectorMatrix: vectors } = new EVD(square, { assumeSymmetric: true });
  // ml-matrix gives them in ascending order.
  return Array.from({ length: Math.min(count, values.length) }, (_, k) => ({
    value: values[values.length - 1 - k],
    vector: Float64Array.from(vectors.getColumn(values.length - 1 - k)),
  }));
}

/** An orthonormal basis of what the block and its products with powers of the matrix span, and A·v of each vector in it. */
function krylov(matrix: readonly Float64Array[], block: readonly Float64Array[]) {
  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  for (let power = 0; power < POWERS; power++)
    for (const vector of power === 0 ? block : images.slice(-block.length)) {
      const direction = besides(basis, vector);
      if (!direction) continue;
      basis.push(direction);
      images.push(product(matrix, direction));
    }
  return { basis, images };
}

/** What a vector has besides a basis, of norm 1, by Gram and Schmidt twice over; nothing if it lies within. */
function besides(basis: readonly Float64Array[], vector: Float64Array): Float64Array | undefined {
  const rest = vector.slice();
  const before = Math.sqrt(dot(rest, rest));
  for (const _ of [1, 2]) for (const one of basis) add(rest, one, -dot(one, rest));
  const norm = Math.sqrt(dot(rest, rest));
  return norm > 1e-10 * before ? rest.map((entry) => entry / norm) : undefined;
}

const product = (matrix: readonly Float64Array[], vector: Float64Array): Float64Array =>
  Float64Array.from(matrix, (row) => dot(row, vector));

/** Σ share · vector */
function sum(vectors: readonly Float64Array[], shares: Float64Array): Float64Array {
  const total = new Float64Array(vectors[0].length);
  vectors.forEach((vector, k) => {
    add(total, vector, shares[k]);
  });
  return total;
}

function add(to: Float64Array, vector: Float64Array, share: number): void {
  for (let k = 0; k < to.length; k++) to[k] += share * vector[k];
}

/** ‖A·v − λ·v‖ */
function distance(image: Float64Array, vector: Float64Array, value: number): number {
  let squares = 0;
  for (let k = 0; k < vector.length; k++) squares += (image[k] - value * vector[k]) ** 2;
  return Math.sqrt(squares);
}

import { type Observable, popcount, spread } from '@hqnn/sim';
import { checkQubits } from '../check.ts';
import { complex, type Entry, turned } from '../complex.ts';
import { GIVEN } from '../tolerance.ts';
import { walsh } from './walsh.ts';

/**
 * A Hermitian matrix as an observable: Σ Tr(PM)/2ᵏ · P over the Pauli words P on k qubits, those left out whose
 * coefficients are 0 but for rounding. The first qubit is the lowest bit of the matrix's index, as for gates. It takes
 * k·4ᵏ steps, by fast Walsh–Hadamard transforms.
 */
export function hermitian(matrix: readonly (readonly Entry[])[], ...qubits: readonly number[]): Observable {
  checkQubits('hermitian', qubits);
  const largest = checkedSize(matrix, qubits);
  const size = matrix.length;
  // Each of the k + 1 sums on the way to a coefficient rounds; four times that is on the safe side.
  const smallest = 4 * Number.EPSILON * (qubits.length + 1) * largest;
  const terms = Array.from({ length: size }, (_, x) => {
    // P sends |k⟩ to iʸ (−1)^|k∧z| |k⊕x⟩, so Tr(PM) = iʸ Σ (−1)^|k∧z| M[k, k⊕x].
    const diagonal = matrix.map((row, k) => complex(row[k ^ x]));
    const [re, im] = [0, 1].map((part) => walsh(Float64Array.from(diagonal, (entry) => entry[part])));
    return Array.from({ length: size }, (_, z) => ({
      coefficient: turned(popcount(x & z), [re[z], im[z]])[0] / size,
      word: { x: spread(x, qubits), z: spread(z, qubits) },
    }));
  });
  return { terms: terms.flat().filter(({ coefficient }) => Math.abs(coefficient) > smallest) };
}

/** The largest absolute value of an entry, if the matrix is Hermitian and fits the qubits. */
function checkedSize(matrix: readonly (readonly Entry[])[], qubits: readonly number[]): number {
  const size = 2 ** qubits.length;
  const odd = matrix.length === size ? matrix.findIndex((row) => row.length !== size) : -1;
  if (matrix.length !== size || odd >= 0)
    throw new Error(
      `hermitian was given a matrix of ${matrix.length} rows${odd < 0 ? '' : `, row ${odd} of ${matrix[odd].length} entries`}. ` +
        `On ${qubits.length} qubits it has ${size} rows of ${size} entries each.`,
    );
  const sizes = matrix.map((row, j) => Math.max(...row.map((entry, k) => sizeOf(entry, j, k))));
  const largest = Math.max(...sizes);
  matrix.forEach((row, j) => {
    for (let k = 0; k <= j; k++) {
      const [[re, im], [mirrored, conjugate]] = [complex(row[k]), complex(matrix[k][j])];
      if (Math.hypot(re - mirrored, im + conjugate) > GIVEN * largest)
        throw new Error(
          `hermitian was given a matrix that is not Hermitian: entry [${j}][${k}] is ${JSON.stringify(row[k])}, and entry [${k}][${j}] is ` +
            `${JSON.stringify(matrix[k][j])}. Each must be the complex conjugate of the other.`,
        );
    }
  });
  return largest;
}

function sizeOf(entry: Entry, j: number, k: number): number {
  const isEntry = typeof entry === 'number' || (Array.isArray(entry) && entry.length === 2);
  const size = isEntry ? Math.hypot(...complex(entry)) : Number.NaN;
  if (!Number.isFinite(size))
    throw new Error(
      `hermitian was given ${Array.isArray(entry) ? `[${entry}]` : String(entry)} for entry [${j}][${k}]. An entry is a finite number, or two: [re, im].`,
    );
  return size;
}

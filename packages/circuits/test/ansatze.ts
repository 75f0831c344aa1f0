import {
  BLOCKS,
  basicEntangler,
  brickwork,
  type Circuit,
  efficientSU2,
  hardwareEfficient,
  type LayeredOptions,
  mera,
  qcnn,
  randomLayers,
  realAmplitudes,
  simplifiedTwoDesign,
  stronglyEntangling,
  treeTensor,
  twoLocal,
} from '../src/index.ts';

interface Row {
  readonly name: string;
  /** The fewest qubits that it takes. */
  readonly fewest: number;
  readonly make: (qubits: number, options?: LayeredOptions) => Circuit;
  /** How many weights its page says it has. */
  readonly count: (qubits: number, layers: number) => number;
  /** Whether it has layers, and what stands before each. */
  readonly layered: boolean;
  /** Whether several ops share a weight. */
  readonly shared?: true;
}

const levels = (qubits: number): number => (qubits === 1 ? 0 : 1 + levels(Math.ceil(qubits / 2)));
const across = (qubits: number): number => (qubits === 1 ? 0 : qubits - 1 + across(Math.ceil(qubits / 2)));

/** Every ansatz, with the number of weights that its documentation gives. */
export const ANSATZE: readonly Row[] = [
  {
    name: 'twoLocal',
    fewest: 1,
    make: (qubits, options) =>
      twoLocal(qubits, { ...options, rotations: ['rx', 'p', 'rz'], entangler: 'crx', topology: 'full' }),
    count: (n, layers) => 3 * n * (layers + 1) + layers * ((n * (n - 1)) / 2),
    layered: true,
  },
  { name: 'hardwareEfficient', fewest: 1, make: hardwareEfficient, count: (n, l) => 2 * n * l + n, layered: true },
  { name: 'efficientSU2', fewest: 1, make: efficientSU2, count: (n, l) => 2 * n * (l + 1), layered: true },
  { name: 'realAmplitudes', fewest: 1, make: realAmplitudes, count: (n, l) => n * (l + 1), layered: true },
  { name: 'basicEntangler', fewest: 1, make: basicEntangler, count: (n, l) => n * l, layered: true },
  { name: 'stronglyEntangling', fewest: 1, make: stronglyEntangling, count: (n, l) => 3 * n * l, layered: true },
  { name: 'brickwork', fewest: 2, make: brickwork, count: (n, l) => BLOCKS.su4.weights * (n - 1) * l, layered: true },
  {
    name: 'simplifiedTwoDesign',
    fewest: 2,
    make: simplifiedTwoDesign,
    count: (n, l) => n + 2 * (n - 1) * l,
    layered: true,
  },
  { name: 'randomLayers', fewest: 1, make: randomLayers, count: (n, l) => n * l, layered: true },
  {
    name: 'treeTensor',
    fewest: 2,
    make: (n, options) => treeTensor(n, weightsOnly(options)),
    count: (n) => 2 * (n - 1),
    layered: false,
  },
  {
    name: 'mera',
    fewest: 2,
    make: (n, options) => mera(n, weightsOnly(options)),
    count: (n) => 2 * across(n),
    layered: false,
  },
  {
    name: 'qcnn',
    fewest: 2,
    make: (n, options) => qcnn(n, weightsOnly(options)),
    count: (n) => (BLOCKS.su4.weights + BLOCKS.pooling.weights) * levels(n),
    layered: false,
    shared: true,
  },
];

const weightsOnly = ({ weights }: LayeredOptions = {}) => (weights === undefined ? {} : { weights });

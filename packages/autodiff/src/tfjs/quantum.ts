import { type Circuit, type Compiled, compile } from '@hqnn/circuits';
import type { Observable, Simulator, Wanted } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { demandMethod } from '../demand-method.ts';
import type { GradientMethod } from '../method.ts';
import { parameterShift } from '../parameter-shift.ts';
import { checkLayerBefore, type LayerInputs } from './check-input.ts';
import { defaultSimulator } from './default-simulator.ts';
import { expectationOp } from './expectation-op.ts';
import { restored, stored } from './stored-circuit.ts';

type Initializer = ReturnType<typeof layers.initializers.zeros>;
type LayerVariable = ReturnType<InstanceType<typeof layers.layers.Layer>['addWeight']>;
type LayerArgs = ConstructorParameters<typeof layers.layers.Layer>[0];

/** What a quantum layer is made of, besides what every tfjs layer takes. */
export interface QuantumOptions extends NonNullable<LayerArgs> {
  readonly circuit: Circuit;
  /** What is measured: one output each. */
  readonly observables: readonly Observable[];
  /** How it is differentiated: by parameter shift if absent. Its name is part of the layer's, if that is given none. */
  readonly method?: GradientMethod;
  /** Where each named vector of weights starts: uniform in (−π, π) if absent. It is not stored with a model; its weights are. */
  readonly initial?: Readonly<Record<string, Initializer>>;
  /**
   * What runs the circuit: one fast simulator in single precision, shared by all layers, if absent. It is not stored with
   * a model, which when loaded computes exactly, even if it was trained on estimates from shots or noise.
   */
  readonly simulator?: Simulator;
}

/** A tfjs layer: rows of features in, the expectation values of a circuit out. Each named vector of weights is one of its weights. */
export const quantum = (options: QuantumOptions): QuantumLayer => {
  tf.serialization.registerClass(QuantumLayer);
  return new QuantumLayer(options);
};

/** Whether the layer is a circuit: one that `quantum` made, or that was loaded with a stored model. */
export const isQuantum = (layer: layers.layers.Layer): layer is QuantumLayer => layer instanceof QuantumLayer;

/** Where a variable stands among the weights of a circuit. */
interface Place {
  readonly layer: QuantumLayer;
  readonly start: number;
}

const places = new WeakMap<tf.Variable, Place>();

/** Where a variable stands, if it is of a quantum layer. */
export const placeOf = (variable: tf.Variable): Place | undefined => places.get(variable);

/** What `quantum` makes. Its program, simulator and method are there for all who run it without tfjs. */
export class QuantumLayer extends layers.layers.Layer {
  static className = 'HqnnQuantum';
  readonly method: GradientMethod;
  readonly simulator: Simulator;
  private readonly circuit: Circuit;
  readonly compiled: Compiled;
  private readonly initial: Readonly<Record<string, Initializer>>;
  private variables: readonly LayerVariable[] = [];

  constructor({
    circuit,
    observables,
    method = parameterShift,
    initial = {},
    simulator = defaultSimulator(),
    ...args
  }: QuantumOptions) {
    super(args);
    demandMethod('quantum', method);
    if (args.dtype !== undefined && args.dtype !== 'float32')
      throw new Error(
        `quantum was given the dtype ${args.dtype}, by which tfjs would round features before the circuit sees them. Leave it out: the layer takes float32.`,
      );
    // tfjs has counted the layer already; model.summary() tells of a layer nothing but its name, its class and its shape.
    if (args.name === undefined)
      this.name = this.name.replace(/^hqnn_quantum_HqnnQuantum/, `quantum_${snake(method)}_`);
    // A mask of rows is one of its rows too.
    this.supportsMasking = true;
    this.compiled = compile(circuit, observables);
    this.circuit = circuit;
    this.method = method;
    this.initial = initial;
    this.simulator = simulator;
    const { program, vectors } = this.compiled;
    if (program.features === 0)
      throw new Error('The circuit depends on no features, so it cannot be a layer. Encode some: features(n).');
    if (observables.length === 0)
      throw new Error('The layer measures nothing. Give it observables, such as eachZ(qubits).');
    const names = vectors.map(({ name }) => name);
    const unknown = Object.keys(initial).find((name) => !names.includes(name));
    if (unknown)
      throw new Error(`Initial values were given for ${unknown}, but the circuit's weights are ${names.join(', ')}.`);
  }

  override build(inputShape: layers.Shape | layers.Shape[]): void {
    this.variables = this.compiled.vectors.map(({ name, length }) =>
      this.addWeight(
        name,
        [length],
        'float32',
        this.initial[name] ?? layers.initializers.randomUniform({ minval: -Math.PI, maxval: Math.PI }),
      ),
    );
    super.build(inputShape);
    for (const { start, variable } of this.vectors())
      places.set(variable.read() as tf.Variable, { layer: this, start });
  }

  override apply(inputs: LayerInputs, kwargs?: Parameters<InstanceType<typeof layers.layers.Layer>['apply']>[1]) {
    checkLayerBefore(inputs, this.compiled.program.features);
    return super.apply(inputs, kwargs);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = Array.isArray(inputs) ? inputs[0] : inputs;
      const vectors = this.variables.map((variable) => variable.read() as tf.Tensor1D);
      const weights = vectors.length > 0 ? tf.concat1d(vectors) : tf.tensor1d([]);
      return expectationOp(x as tf.Tensor2D, weights, this);
    });
  }

  /** How many circuits the method executes for the gradient of one row: in the weights, and in the features if not told. */
  executions(wanted: Wanted = { features: true }): number {
    return this.method.executions(this.compiled.program, wanted);
  }

  /** All its weights, in the order of the program. */
  readWeights(): Float32Array {
    const weights = new Float32Array(this.compiled.program.weights);
    for (const { start, variable } of this.vectors()) weights.set(variable.read().dataSync(), start);
    return weights;
  }

  /** Sets all its weights, given in the order of the program. */
  writeWeights(weights: ArrayLike<number>): void {
    const { program } = this.compiled;
    if (weights.length !== program.weights)
      throw new Error(`The circuit has ${program.weights} weights, but was given ${weights.length}.`);
    const all = Float32Array.from(weights);
    for (const { start, length, variable } of this.vectors()) {
      // tfjs keeps the array that a tensor is made of, so each variable gets one of its own.
      const vector = tf.tensor1d(all.slice(start, start + length));
      variable.write(vector);
      vector.dispose();
    }
  }

  private vectors() {
    if (!this.built) throw new Error('A layer has no weights before it is part of a model. Put it into one first.');
    return this.compiled.vectors.map((vector, k) => ({ ...vector, variable: this.variables[k] }));
  }

  override computeOutputShape(inputShape: layers.Shape | layers.Shape[]): layers.Shape {
    return [single(inputShape)[0], this.compiled.program.observables.length];
  }

  /** tfjs re-spells every string in a stored configuration but those called name, so what must come back as it is has that name. */
  override getConfig(): tf.serialization.ConfigDict {
    const { circuit, method } = this;
    const { observables } = this.compiled.program;
    return { ...super.getConfig(), quantum: { name: stored({ circuit, observables, method }) } };
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    config: tf.serialization.ConfigDict,
  ): T {
    const { quantum: own, ...args } = config as tf.serialization.ConfigDict & { quantum: { name: string } };
    return new cls({ ...args, ...restored(own.name) } as unknown as tf.serialization.ConfigDict);
  }
}

/** The name of a method as names of layers are written. */
const snake = ({ name }: GradientMethod) => name.replaceAll('-', '_');

const single = (shape: layers.Shape | layers.Shape[]): layers.Shape =>
  (Array.isArray(shape[0]) ? shape[0] : shape) as layers.Shape;

import { factorsOf, features, type Linear, vector, written } from '../angle.ts';
import type { Circuit } from '../circuit.ts';
import { compile } from '../compile.ts';
import type { Finding } from './finding.ts';
import { usesOf } from './uses.ts';

/** The weights and features of which every op is without effect, those of no op at all among them. */
export function dead(circuit: Circuit, without: readonly boolean[]): readonly Finding[] {
  const { vectors, program } = compile(circuit);
  const all: readonly Linear[] = [
    ...vectors.flatMap(({ name, length }) => vector(name, length)),
    ...features(program.features),
  ];
  const encoded = new Set(circuit.initial);
  const uses = usesOf(circuit.ops);
  return all
    .filter(({ feature }) => feature === undefined || !encoded.has(feature))
    .map((one) => ({ one, ops: uses.get(factorsOf(one)) ?? [] }))
    .filter(({ ops }) => ops.every((k) => without[k]))
    .map(({ one, ops }) => finding(one, ops));
}

const finding = (one: Linear, ops: readonly number[]): Finding => ({
  rule: 'dead-parameter',
  ops,
  ...(one.weight ? { weight: one.weight } : { feature: one.feature ?? 0 }),
  message:
    ops.length === 0
      ? `${written(one)} is in no op. Shorten its vector, or use it.`
      : `No observable depends on ${written(one)}: its gradient is 0 everywhere. Leave it out, or put a gate behind it that does not commute with the readout.`,
});

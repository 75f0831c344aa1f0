import { factorsOf, features, type Linear, vector, written } from '../angle.ts';
import type { Circuit } from '../circuit.ts';
import { compile } from '../compile.ts';
import { linearOf } from '../op-parts.ts';
import type { Finding } from './finding.ts';

/** The weights and features of which every op is without effect, those of no op at all among them. */
export function dead(circuit: Circuit, without: readonly boolean[]): readonly Finding[] {
  const { vectors, program } = compile(circuit);
  const all: readonly Linear[] = [
    ...vectors.flatMap(({ name, length }) => vector(name, length)),
    ...features(program.features),
  ];
  const encoded = new Set(circuit.initial);
  const places = placesOf(circuit);
  return all
    .filter(({ feature }) => feature === undefined || !encoded.has(feature))
    .map((one) => ({ one, ops: places.get(factorsOf(one)) ?? [] }))
    .filter(({ ops }) => ops.every((k) => without[k]))
    .map(({ one, ops }) => finding(one, ops));
}

/** The ops that each weight, and each feature, is in. */
function placesOf({ ops }: Circuit): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  ops.forEach((op, k) => {
    const { weight, feature } = linearOf(op) ?? {};
    for (const factor of [weight && { weight }, feature === undefined ? undefined : { feature }]) {
      if (!factor) continue;
      const key = factorsOf(factor);
      places.set(key, [...(places.get(key) ?? []), k]);
    }
  });
  return places;
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

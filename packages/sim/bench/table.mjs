import { distanceOf, eachOf, goalOf, metOf, placeOf, short } from '../../../tooling/bench/wording.mjs';

/** The results as text for people, in at most 100 columns. */
export function table(results) {
  const ratios = Object.entries(results.ratios).map(([name, ratio]) =>
    columns(name, short(ratio.value), goalOf(ratio), distanceOf(ratio), eachOf(ratio)),
  );
  const figures = Object.entries(results.figures).map(([name, figure]) =>
    columns(name, short(figure.value), figure.unit ?? '×', '', eachOf(figure)),
  );
  return [
    placeOf(results),
    ...(ratios.length ? ['', columns('ratio', 'value', 'goal', 'distance', 'at so many qubits'), ...ratios] : []),
    ...(figures.length ? ['', columns('figure', 'value', 'unit', '', 'at so many qubits'), ...figures] : []),
    ...(results.quick ? ['', 'A quick run: it shows that the benches work, and its times mean nothing.'] : []),
    ...(ratios.length && !results.quick ? ['', metOf(results)] : []),
  ].join('\n');
}

const columns = (name, value, goal, distance, each) =>
  `${name.padEnd(23)}  ${value.padStart(6)}  ${goal.padStart(7)}  ${distance.padEnd(16)}  ${each}`.trimEnd();

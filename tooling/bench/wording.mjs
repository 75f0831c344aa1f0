// How results are written, in the table of `pnpm bench` and on the page of the site.

/** Three digits, or all before the point. */
export const short = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));

export const goalOf = ({ direction, goal }) => `${direction === 'at least' ? '≥' : '≤'} ${goal}`;

/** Positive where the value is better than the goal. */
export const distanceOf = ({ decibels, met }) =>
  `${decibels < 0 ? '−' : '+'}${Math.abs(decibels).toFixed(1)} dB${met ? '' : ', missed'}`;

/** The value at each number of qubits. */
export const eachOf = ({ byQubits }) =>
  Object.entries(byQubits)
    .map(([qubits, value]) => `${qubits}: ${short(value)}`)
    .join(', ');

/** What ran, where and when. */
export const placeOf = ({ machine: { cpu, cores, node, platform, date }, simulator }) =>
  `${simulator}, on ${cpu}, ${cores} cores, ${platform}, Node ${node}, ${date}`;

export function metOf({ ratios }) {
  const all = Object.values(ratios);
  return `${all.filter(({ met }) => met).length} of ${all.length} goals are met.`;
}

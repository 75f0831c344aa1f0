/** What a bench came to, as the JSON document keeps it: each value, and the one that is held against the goal, the worst if the goal is not for so many qubits. */
export function resultOf({ title, meaning, goal, unit }, byQubits) {
  const values = Object.values(byQubits);
  const each = Object.fromEntries(Object.entries(byQubits).map(([qubits, value]) => [qubits, rounded(value)]));
  if (!goal) return { title, meaning, value: rounded(values[0]), ...(unit ? { unit } : {}), byQubits: each };
  const [direction, wanted] = 'atLeast' in goal ? ['at least', goal.atLeast] : ['at most', goal.atMost];
  const worst = direction === 'at least' ? Math.min(...values) : Math.max(...values);
  const value = byQubits[goal.at] ?? worst;
  // Positive where the value is better than the goal.
  const decibels = 10 * Math.log10(direction === 'at least' ? value / wanted : wanted / value);
  return {
    title,
    meaning,
    value: rounded(value),
    goal: wanted,
    direction,
    met: decibels >= 0,
    decibels: Number(decibels.toFixed(2)),
    byQubits: each,
  };
}

const rounded = (value) => Number(value.toPrecision(4));

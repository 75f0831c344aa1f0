import { simulator } from '@hqnn/sim';
import { randomRun } from '@hqnn/sim/testing';
import { outcomesOfLaws } from './laws.ts';

// Threads that were started and never disposed of must not keep the process from ending.
const { program, features, weights } = randomRun(3, { qubits: 4, rows: 4000 });
simulator({ threads: 2 }).run(program, features, weights);

// The laws on the Node that runs this; what is broken is printed, and makes the exit code 1.
console.debug = () => {};
const broken = (await outcomesOfLaws()).filter(({ errors }) => errors.length > 0);
for (const { title, errors } of broken) console.log(`${title}: ${errors.join('; ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;

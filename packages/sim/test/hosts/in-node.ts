import { outcomesOfLaws } from './laws.ts';

// The laws on the Node that runs this; what is broken is printed, and makes the exit code 1.
console.debug = () => {};
const broken = (await outcomesOfLaws()).filter(({ errors }) => errors.length > 0);
for (const { title, errors } of broken) console.log(`${title}: ${errors.join('; ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;

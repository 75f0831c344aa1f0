export { type Law, simulatorContract } from './testing/contract.ts';
export { randomRun } from './testing/random-run.ts';

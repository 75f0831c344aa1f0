export { type Law, simulatorContract } from './testing/contract.ts';
export { near } from './testing/near.ts';
export { type Run, randomRun } from './testing/random-run.ts';
export { refuses } from './testing/refuses.ts';

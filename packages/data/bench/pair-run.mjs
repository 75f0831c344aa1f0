// One process of full-set.mjs: loads a pair of digits of the mnist package.
import { readMnist } from '@hqnn/data/node';

const start = performance.now();
await readMnist([3, 6]);
console.log(JSON.stringify({ 'a pair of the mnist package': (performance.now() - start) / 1000 }));

// Whether a training, as `hqnn train --json` printed it into a file, is as accurate as it must be.
import { readFileSync } from 'node:fs';

const [file, floor] = process.argv.slice(2);
const { test, digits, preset } = JSON.parse(readFileSync(file, 'utf8'));
console.log(
  `${preset} on ${digits.join(' and ')}: test accuracy ${test.accuracy} of ${test.n} images; the floor is ${floor}.`,
);
if (!(test.accuracy >= Number(floor))) process.exitCode = 1;

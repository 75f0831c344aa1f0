export { decodeDigit } from './decode-digit.ts';

import { expect, test } from 'vitest';
import { checkClassNumbers, checkDigits } from './check-digits.ts';

test.each([[[3, 6]], [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]], [[9, 0]]])('%j are digits to tell apart', (digits) => {
  expect(() => checkDigits(digits)).not.toThrow();
});

test.each([
  [[3, 10], 'Digits are whole numbers from 0 to 9, but 10 was asked for.'],
  [[3, -1], 'but -1 was asked for.'],
  [[3, 2.5], 'but 2.5 was asked for.'],
  [[Number.NaN, 3], 'but NaN was asked for.'],
  [[3, 6, 3], 'Digit 3 was asked for twice. Each digit is a class of its own.'],
  [[3], 'To tell digits apart takes at least two, as in [3, 6], but 1 was asked for.'],
  [[], 'but 0 was asked for.'],
])('%j are refused', (digits, message) => {
  expect(() => checkDigits(digits)).toThrow(message);
});

test('classes may have numbers up to 255', () => {
  expect(() => checkClassNumbers([1, 26, 255])).not.toThrow();
});

test.each([
  [[3, 256], 'Classes are whole numbers from 0 to 255, but 256 was asked for.'],
  [[-1, 3], 'but -1 was asked for.'],
  [[14, 14], 'Class 14 was asked for twice. Each class is a class of its own.'],
  [[3, 3], 'Digit 3 was asked for twice. Each digit is a class of its own.'],
  [[14], 'takes at least two, as in [3, 6], but 1 was asked for.'],
])('%j are refused as classes', (classes, message) => {
  expect(() => checkClassNumbers(classes)).toThrow(message);
});

import { expect, test } from 'vitest';
import { NINE } from '../../test/nine-samples.ts';
import { zScore } from './z-score.ts';

test('the training data get mean 0 and variance 1', () => {
  const { features } = zScore()(NINE)(NINE);
  for (let feature = 0; feature < 5; feature++) {
    const values = [...features].filter((_, k) => k % 5 === feature);
    expect(values.reduce((sum, value) => sum + value, 0) / 9).toBeCloseTo(0, 6);
    expect(values.reduce((sum, value) => sum + value * value, 0) / 9).toBeCloseTo(1, 6);
  }
});

test('the first samples are those of NumPy', () => {
  // ((X − X.mean(0)) / X.std(0))[:2], NumPy 2.4
  [
    -1.2627282996039526, -0.3417430630867044, -0.13453455879926257, 1.310771072830465, -0.11684124756739726,
    -0.09284766908852589, 1.5805616667760078, 0.7735737130957594, -1.269809476804513, 1.7234084016191087,
  ].forEach((figure, k) => expect(zScore()(NINE)(NINE).features[k]).toBeCloseTo(figure, 6));
});

test('a constant feature becomes 0, whatever it is later', () => {
  const constant = { features: new Float32Array(7).fill(0.1), labels: new Uint8Array(7), width: 1 };
  const unseen = { features: Float32Array.of(0.1, 5), labels: new Uint8Array(2), width: 1 };
  expect([...zScore()(constant)(unseen).features]).toEqual([0, 0]);
});

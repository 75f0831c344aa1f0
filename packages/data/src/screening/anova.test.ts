import { expect, test } from 'vitest';
import { NINE } from '../../test/nine-samples.ts';
import { anova } from './anova.ts';

test('F and p are those of scikit-learn for three classes', () => {
  // sklearn.feature_selection.f_classif, scikit-learn 1.9
  const f = [0.3957845433255255, 0.07865168539325777, 0.5934959349593477, 7.275862068965528, 4.8133333333333335];
  const p = [0.6895144666858019, 0.9252990060096772, 0.5818516770782957, 0.02488335672647909, 0.05660498847150348];
  anova(NINE).forEach((found, feature) => {
    expect(found.f).toBeCloseTo(f[feature], 12);
    expect(found.p).toBeCloseTo(p[feature], 12);
  });
});

test('F does not change when classes are renamed or features are shifted and scaled', () => {
  const renamed = {
    ...NINE,
    labels: NINE.labels.map((label) => 7 - label),
    features: NINE.features.map((x) => 4 * x - 2),
  };
  anova(renamed).forEach(({ f }, feature) => expect(f).toBeCloseTo(anova(NINE)[feature].f, 12));
});

test('a feature that is the class itself has the greatest number as F, and no p', () => {
  const [itself, constant] = anova({
    features: Float32Array.from([0, 0.1, 0, 0.1, 1, 0.1, 1, 0.1]),
    labels: Uint8Array.from([0, 0, 1, 1]),
    width: 2,
  });
  expect(itself.f).toBe(Number.MAX_VALUE);
  expect(itself.p).toBeCloseTo(0, 12);
  expect(constant).toEqual({ f: 0, p: 1 });
});

test.each([
  [[0, 0, 0], 'was given 3 samples of 1.'],
  [[0, 1, 2], 'was given 3 samples of 3.'],
])('labels %j do not allow it', (labels, message) => {
  const data = { features: new Float32Array(3), labels: Uint8Array.from(labels), width: 1 };
  expect(() => anova(data)).toThrow(message);
});

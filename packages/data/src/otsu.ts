/**
 * The gray level that parts an image's pixels in two with the greatest variance between them; ink lies above it.
 * N. Otsu, IEEE Trans. Syst. Man Cybern. 9 (1979) 62. The lowest such level if there are several; 0 for an even image.
 */
export function otsu(levels: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (const level of levels) histogram[level]++;
  const total = levels.length;
  const sum = histogram.reduce((partial, pixels, level) => partial + pixels * level, 0);
  let below = 0;
  let sumBelow = 0;
  let best = { level: 0, variance: 0 };
  for (let level = 0; level < 256; level++) {
    below += histogram[level];
    sumBelow += histogram[level] * level;
    // w₀·w₁·(μ₀ − μ₁)², times a constant
    const variance = (sum * below - total * sumBelow) ** 2 / (below * (total - below));
    if (variance > best.variance) best = { level, variance };
  }
  return best.level;
}

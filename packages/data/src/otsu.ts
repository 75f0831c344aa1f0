/**
 * The gray level that parts an image's pixels in two with the greatest variance between them; ink lies above it.
 * N. Otsu, IEEE Trans. Syst. Man Cybern. 9 (1979) 62. The lowest such level if there are several; 0 for an even image.
 */
export function otsu(levels: Uint8Array): number {
  const histogram = new Uint32Array(256);
  const total = levels.length;
  let sum = 0;
  for (let k = 0; k < total; k++) {
    histogram[levels[k]]++;
    sum += levels[k];
  }
  let [below, sumBelow, best, greatest] = [0, 0, 0, 0];
  for (let level = 0; level < 256; level++) {
    if (histogram[level] === 0) continue;
    below += histogram[level];
    sumBelow += histogram[level] * level;
    // w₀·w₁·(μ₀ − μ₁)², times a constant
    const variance = (sum * below - total * sumBelow) ** 2 / (below * (total - below));
    if (variance > greatest) [best, greatest] = [level, variance];
  }
  return best;
}

// The Chromium of this machine: where it is, and a run of it. None is ever downloaded.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** What to say where none is found. */
export const NO_CHROMIUM = `No Chromium was found: the PATH has none of ${NAMES.join(', ')}. Install one, as with apt-get install chromium on Debian, or name its program in HQNN_CHROMIUM.`;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** The program that HQNN_CHROMIUM names, or the first on the PATH; undefined if there is none. */
export function chromiumPath({ HQNN_CHROMIUM: named, PATH = '' } = process.env) {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return named || NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** Gives a headless browser to a function, and ends it when that is done. */
export async function browsing(executablePath, use) {
  const { chromium } = await import('playwright-core');
  // Whoever started this handles signals, and then comes to the end of it.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS, timeout: 60_000, ...signals });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

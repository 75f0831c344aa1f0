// What holds in a real Chromium, on our packages as others get and bundle them: the simulators' laws, wherever a page may
// run them, and that stored models with quantum layers and pipelines of data come to the same there as in Node.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { built } from './build.mjs';
import { bundled, unpacked } from './bundle.mjs';
import { none, runChecks } from './checks.mjs';
import { browsing, chromiumPath, NO_CHROMIUM } from './chromium.mjs';
import { checksOfPipelines } from './fitted-pipelines.mjs';
import { limit } from './limit.mjs';
import { inTemporaryFolder } from './pack.mjs';
import { reportOf } from './page.mjs';
import { serving } from './serve.mjs';
import { checksOfStoredModels } from './stored-models.mjs';
import { packages } from './workspaces.mjs';

/** How long all may take together. */
const SECONDS = 300;

/** How a page may be sent, with which headers. */
const SENT = {
  plain: {},
  isolated: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  strict: { 'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'" },
};

/** Where the laws must hold: how the page is sent, and which of its functions reports. */
const PLACES = [
  { name: 'a page', sent: 'plain', reports: 'inPage' },
  { name: "a page's worker", sent: 'plain', reports: 'inWorker' },
  { name: 'an isolated page', sent: 'isolated', reports: 'inPage' },
  { name: "an isolated page's worker", sent: 'isolated', reports: 'inWorker' },
  { name: 'a page with a strict policy', sent: 'strict', reports: 'inPage' },
];

const chromium = chromiumPath();
if (chromium) await runChecks(await checks(await built()));
else if (process.env.CI) await runChecks([['there is a Chromium', () => none(NO_CHROMIUM)]]);
else console.log(`${NO_CHROMIUM}\n0 passed, 0 failed`);

/** One check for each law in each place, and those of stored models and pipelines; they are told when all is tidied up again. */
async function checks(env) {
  const stopped = limit(SECONDS);
  return inTemporaryFolder((folder) =>
    serving(folder, SENT, (url) =>
      browsing(chromium, async (browser) => {
        await lawsIn(folder, env);
        const found = [];
        for (const place of PLACES) found.push(...(await checksIn(place, browser, url, stopped)));
        found.push(...(await checksOfStoredModels(browser, env, stopped)));
        return [...found, ...(await checksOfPipelines(browser, env, stopped))];
      }),
    ),
  ).catch((error) => [['a Chromium and a bundle of the laws are made ready', () => none(error.message)]]);
}

async function lawsIn(folder, env) {
  const sim = packages().find(({ manifest }) => manifest.name === '@hqnn/sim');
  await unpacked(sim, folder, env);
  cpSync(join(sim.folder, 'test', 'hosts'), folder, { recursive: true });
  await bundled(['in-page.ts', 'in-worker.ts'], folder);
}

async function checksIn({ name, sent, reports }, browser, url, stopped) {
  const heard = { errors: [], last: 'No law was begun.' };
  try {
    const { outcomes, isolated, refusedWaits } = await Promise.race([
      stopped,
      reportOf(browser, { address: `${url}/${sent}`, script: 'in-page.js', asked: reports }, heard),
    ]);
    const wanted = sent === 'isolated';
    return [
      ...outcomes.map(({ title, errors }) => [`in ${name}, ${title}`, () => none(...errors)]),
      [
        `${name} is ${wanted ? '' : 'not '}cross-origin isolated`,
        () => none(...(isolated === wanted ? [] : [`crossOriginIsolated is ${isolated}.`])),
      ],
      [`in ${name}, Atomics.wait never throws`, () => none(...refusedWaits)],
      [`in ${name}, no error is thrown or logged`, () => none(...heard.errors)],
    ];
  } catch (error) {
    return [[`in ${name}, all laws are tried`, () => none(error.message, heard.last, ...heard.errors)]];
  }
}

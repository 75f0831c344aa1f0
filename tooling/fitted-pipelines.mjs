// Digits packed and pipelines fitted in Node, unpacked and restored in a page: bit for bit the same.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { bundled, linked, unpacked } from './bundle.mjs';
import { demandGreen, none } from './checks.mjs';
import { inTemporaryFolder } from './pack.mjs';
import { reportOf } from './page.mjs';
import { output } from './process.mjs';
import { serving } from './serve.mjs';
import { packages } from './workspaces.mjs';

/** One check for the digits and for each pipeline, of what was found. */
export async function checksOfPipelines(browser, env, stopped) {
  const heard = { errors: [] };
  try {
    return await inTemporaryFolder((folder) =>
      serving(folder, {}, async (url) => {
        const inNode = await fittedIn(folder, env);
        const page = { address: `${url}/pipelines`, script: 'in-page.js', asked: 'inPage' };
        const inPage = await Promise.race([stopped, reportOf(browser, page, heard)]);
        return [
          ...Object.entries(inNode).map(([name, digest]) => [
            `${name}, as Node has them, are the same to the bit in a page`,
            () => none(...(inPage[name] === digest ? [] : [`The page has ${inPage[name]}, Node has ${digest}.`])),
          ]),
          ['in a page with digits, no error is thrown or logged', () => none(...heard.errors)],
        ];
      }),
    );
  } catch (error) {
    return [['pipelines are fitted by Node and applied by a page', () => none(error.message, ...heard.errors)]];
  }
}

/** Both hosts, on the package as others get it; the digests that Node has. */
async function fittedIn(folder, env) {
  const data = packages().find(({ manifest }) => manifest.name === '@hqnn/data');
  await unpacked(data, folder, env);
  linked(Object.keys(data.manifest.dependencies), data, folder);
  cpSync(join(data.folder, 'test', 'hosts'), folder, { recursive: true });
  await bundled(['in-page.ts'], folder);
  await bundled(['in-node.ts'], folder, { platform: 'node', packages: 'external' });
  const run = await output(process.execPath, ['--no-warnings', join(folder, 'in-node.js')], { cwd: folder });
  demandGreen(run);
  return JSON.parse(run.stdout);
}

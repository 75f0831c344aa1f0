// Models with quantum layers, stored by Node and loaded by a page, and the other way round: bit for bit the same.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled, linked, unpacked } from './bundle.mjs';
import { demandGreen, none } from './checks.mjs';
import { inTemporaryFolder } from './pack.mjs';
import { reportOf } from './page.mjs';
import { output } from './process.mjs';
import { serving } from './serve.mjs';
import { closure, packages } from './workspaces.mjs';

/** Who brings tfjs chooses its backend: here the plain one. */
const BACKEND = '@tensorflow/tfjs-backend-cpu';

/** One check for each model and each way, of what was found. */
export async function checksOfStoredModels(browser, env, stopped) {
  const heard = { errors: [] };
  try {
    return await inTemporaryFolder((folder) =>
      serving(folder, {}, async (url) => {
        await hostsIn(folder, env);
        const inNode = await bitsInNode(folder, 'store');
        const page = { address: `${url}/models`, script: 'in-page.js', asked: 'inPage' };
        const inPage = await Promise.race([stopped, reportOf(browser, page, heard)]);
        const stored = Object.entries(inPage).map(([name, report]) => [name, report.stored]);
        writeFileSync(join(folder, 'stored-in-page.json'), JSON.stringify(Object.fromEntries(stored)));
        const again = await bitsInNode(folder, 'load');
        return [
          ...Object.entries(inNode).flatMap(([name, bits]) => [
            [`the model ${name}, stored by Node, gives the same bits in a page`, () => same(inPage[name].bits, bits)],
            [`the model ${name}, stored by a page, gives the same bits in Node`, () => same(again[name], bits)],
          ]),
          ['in a page with stored models, no error is thrown or logged', () => none(...heard.errors)],
        ];
      }),
    );
  } catch (error) {
    return [['models are stored by Node and loaded by a page', () => none(error.message, ...heard.errors)]];
  }
}

/** Both hosts, on our packages as others get them and on third parties' as they are installed here. */
async function hostsIn(folder, env) {
  const all = packages();
  const named = (name) => all.find(({ manifest }) => manifest.name === name);
  const autodiff = named('@hqnn/autodiff');
  const ours = closure('@hqnn/autodiff', all);
  for (const name of ours) {
    await unpacked(named(name), folder, env);
    const { dependencies = {}, peerDependencies = {} } = named(name).manifest;
    const theirs = Object.keys({ ...dependencies, ...peerDependencies }).filter((each) => !ours.includes(each));
    linked(theirs, named(name), folder);
  }
  linked([BACKEND], autodiff, folder);
  cpSync(join(autodiff.folder, 'test', 'hosts'), folder, { recursive: true });
  await bundled(['in-page.ts'], folder);
  await bundled(['in-node.ts'], folder, { platform: 'node', packages: 'external' });
}

/** What the models give in Node, after these have been stored there or those of a page loaded. */
async function bitsInNode(folder, how) {
  const program = [join(folder, 'in-node.js'), how];
  const run = await output(process.execPath, ['--no-warnings', ...program], { cwd: folder });
  demandGreen(run);
  return JSON.parse(run.stdout);
}

function same(found, expected) {
  if (!(expected.length > 0)) throw new Error('Node gave no outputs.');
  const differ = expected.filter((bits, k) => bits !== found?.[k]).length;
  if (differ > 0 || found.length !== expected.length)
    throw new Error(`${differ} of ${expected.length} outputs differ in some bit; ${found?.length} were given.`);
}

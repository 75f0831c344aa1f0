// Every README's examples run, against the built packages, and print what the README says.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { built } from './build.mjs';
import { runChecks } from './checks.mjs';
import { root } from './process.mjs';
import { examples, runExample } from './readme-blocks.mjs';
import { packages } from './workspaces.mjs';

await built();

// The root README may use every package; the command line's folder is where all of them are installed.
const readmes = [
  { readme: join(root, 'README.md'), folder: join(root, 'apps', 'cli') },
  ...packages().map(({ folder }) => ({ readme: join(folder, 'README.md'), folder })),
];

await runChecks(
  readmes.flatMap(({ readme, folder }) => {
    const name = relative(root, readme);
    const exists = [
      `${name} exists`,
      () => {
        if (!existsSync(readme)) throw new Error('Every package has a README, and so has the repository.');
      },
    ];
    const blocks = existsSync(readme) ? examples(readme) : [];
    return [exists, ...blocks.map((example) => [`${name}:${example.line}`, () => runExample(example, folder)])];
  }),
);

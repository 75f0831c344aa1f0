// The examples of every README and of the guide run, against the built packages, and print what the text says.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { built } from './build.mjs';
import { runChecks } from './checks.mjs';
import { root } from './process.mjs';
import { examples, runExample } from './readme-blocks.mjs';
import { packages } from './workspaces.mjs';

await built();

// The root README and the guide may use every package; the command line's folder is where all of them are installed.
const everything = join(root, 'apps', 'cli');
const guide = join(root, 'apps', 'docs', 'guide');
const readmes = [
  { readme: join(root, 'README.md'), folder: everything },
  ...readdirSync(guide).map((page) => ({ readme: join(guide, page), folder: everything })),
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

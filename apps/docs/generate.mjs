// Writes the pages that other files of the repository already hold: a README and an API a package, the gallery, the
// benchmarks.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';
import { benchmarksPage } from './benchmarks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const pages = join(here, 'packages');

const write = (file, text) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** The packages, in the order of the flow: each after those that it imports. */
function inFlowOrder(manifests) {
  const upTo = (name) => [
    ...Object.keys(manifests.get(name).dependencies ?? {})
      .filter(isOurs)
      .flatMap(upTo),
    name,
  ];
  const isOurs = (name) => manifests.has(name);
  return [...new Set([...manifests.keys()].sort().flatMap(upTo))];
}

function readManifests() {
  const folders = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
  return new Map(
    folders
      .filter((folder) => existsSync(join(folder, 'package.json')))
      .map((folder) => ({ folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
      .map((manifest) => [manifest.name, manifest]),
  );
}

const shortName = (name) => name.split('/')[1];

/** `@hqnn/sim/testing` → `testing`; the main entry is `index`. */
const entriesOf = ({ exports }) =>
  Object.entries(exports).map(([path, target]) => ({ page: path.slice(2) || 'index', source: target['hqnn-source'] }));

/** Links between READMEs lead to pages here; a link to anything else in the repository becomes its words. */
function onTheSite(markdown, manifests) {
  return markdown.replace(/(!?)\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, image, words, target) => {
    if (image || /^(https?:|#)/.test(target)) return whole;
    const name = /^\.\.\/([^/#]+)/.exec(target)?.[1];
    return manifests.has(`@hqnn/${name}`) ? `[${words}](/packages/${name}/)` : words;
  });
}

function packagePage(manifest, manifests) {
  const readme = join(manifest.folder, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : `# ${manifest.name}\n\n${manifest.description}.\n`;
  const rows = entriesOf(manifest).map(
    ({ page }) => `- [\`${manifest.name}${page === 'index' ? '' : `/${page}`}\`](./api/${page}.md)`,
  );
  return `---\neditLink: false\n---\n\n${onTheSite(text, manifests).trimEnd()}\n\n## API\n\nFrom the sources, an entry point a page:\n\n${rows.join('\n')}\n`;
}

async function writeApi(manifest) {
  const entries = entriesOf(manifest);
  const folder = join(pages, shortName(manifest.name), 'api');
  const app = await Application.bootstrapWithPlugins({
    name: manifest.name,
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: entries.map(({ source }) => join(manifest.folder, source)),
    tsconfig: join(manifest.folder, 'tsconfig.json'),
    basePath: join(manifest.folder, 'src'),
    displayBasePath: join(manifest.folder, 'src'),
    readme: 'none',
    outputFileStrategy: 'modules',
    out: folder,
    // Of several entries typedoc also writes a list, which the package's page is already.
    entryFileName: entries.length > 1 ? 'modules' : 'index',
    disableSources: true,
    disableGit: true,
    githubPages: false,
    excludeInternal: true,
    hidePageHeader: true,
    hideBreadcrumbs: true,
    hidePageTitle: true,
    sanitizeComments: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    tableColumnSettings: { hideDefaults: true, hideInherited: true, hideModifiers: true, hideSources: true },
    validation: { notExported: false, invalidLink: true },
    logLevel: 'Warn',
  });
  const project = await app.convert();
  if (!project || app.logger.hasErrors()) throw new Error(`typedoc could not read the sources of ${manifest.name}.`);
  await app.generateOutputs(project);
  rmSync(join(folder, 'modules.md'), { force: true });
  for (const { page } of entries) titled(join(folder, `${page}.md`), manifest.name, page, entries);
}

function titled(file, name, page, entries) {
  const title = page === 'index' ? name : `${name}/${page}`;
  const others = entries
    .filter((entry) => entry.page !== page)
    .map((entry) => `[\`${name}${entry.page === 'index' ? '' : `/${entry.page}`}\`](./${entry.page}.md)`);
  const line = `API of [${name}](/packages/${shortName(name)}/)${others.length ? `; see also ${others.join(', ')}` : ''}.`;
  writeFileSync(
    file,
    `---\neditLink: false\noutline: [2, 3]\n---\n\n# ${title}\n\n${line}\n\n${readFileSync(file, 'utf8')}`,
  );
}

/**
 * The drawings that the tests of @hqnn/circuits pin, each under its name. A picture is a string that the page imports:
 * it has a style of its own, which Vue would not let stand in a template.
 */
function galleryPage() {
  const folder = '../../packages/circuits/test/gallery';
  const drawings = readdirSync(join(here, folder))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.replace('.txt', ''))
    .sort()
    .map((name, k) => ({
      title: sentence(name),
      picture: `picture${k}`,
      from: `${folder}/${name}.svg`,
      text: readFileSync(join(here, folder, `${name}.txt`), 'utf8').trimEnd(),
    }));
  const imports = drawings.map(({ picture, from }) => `import ${picture} from '${from}?raw';`);
  const sections = drawings.map(
    ({ title, picture, text }) =>
      `## ${title}\n\n<div class="circuit" tabindex="0" role="group" aria-label="${title}" v-html="${picture}"></div>\n\n::: details As text\n\n\`\`\`text\n${text}\n\`\`\`\n\n:::\n`,
  );
  return `---
editLink: false
---

<script setup>
${imports.join('\n')}
</script>

<style>
/* What is too wide for a phone scrolls in its own block. */
.circuit { overflow-x: auto; margin: 16px 0; }
.circuit svg { display: block; }
</style>

# Gallery

Encodings, entanglers and ansätze, as \`svg\` and \`draw\` of [@hqnn/circuits](/packages/circuits/) draw them. The tests pin every drawing on this page. θ are weights, x features, s scales that are trained; a joined dot is a control.

${sections.join('\n')}`;
}

const sentence = (name) => {
  const words = name
    .replaceAll('-', ' ')
    .replace(/\b(cnot|crx|cz|ecr|iqp|mera|qcnn|su[24]|zz)\b/g, (letters) => letters.toUpperCase());
  return words[0].toUpperCase() + words.slice(1);
};

write(join(here, 'benchmarks.md'), benchmarksPage(root));
rmSync(pages, { recursive: true, force: true });
const manifests = readManifests();
const names = inFlowOrder(manifests);
for (const name of names) {
  const manifest = manifests.get(name);
  write(join(pages, shortName(name), 'index.md'), packagePage(manifest, manifests));
  await writeApi(manifest);
}
write(join(here, 'gallery.md'), galleryPage());
// What the site's sidebar lists.
write(
  join(pages, 'packages.json'),
  JSON.stringify(
    names.map((name) => ({
      name,
      folder: shortName(name),
      description: manifests.get(name).description,
      entries: entriesOf(manifests.get(name)).map(({ page }) => page),
    })),
    null,
    2,
  ),
);

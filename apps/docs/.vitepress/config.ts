import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

interface Listed {
  readonly name: string;
  readonly folder: string;
  readonly entries: readonly string[];
}

// Written by generate.mjs, which runs before VitePress does.
const packages: readonly Listed[] = JSON.parse(
  readFileSync(new URL('../packages/packages.json', import.meta.url), 'utf8'),
);

const entry = ({ folder }: Listed, page: string) => ({
  text: `API of ${page === 'index' ? folder : `${folder}/${page}`}`,
  link: `/packages/${folder}/api/${page === 'index' ? '' : page}`,
});

export default defineConfig({
  title: 'hqnn',
  description: 'Hybrid quantum-classical neural networks for image classification, in TypeScript',
  lang: 'en',
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }]],
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/guide/first-run', activeMatch: '/guide/' },
      { text: 'Packages', link: '/packages/sim/', activeMatch: '/packages/' },
      { text: 'Gallery', link: '/gallery' },
      { text: 'Benchmarks', link: '/benchmarks' },
    ],
    sidebar: [
      { text: 'Guide', items: [{ text: 'First run', link: '/guide/first-run' }] },
      {
        text: 'Packages',
        items: packages.map((listed) => ({
          text: listed.name,
          link: `/packages/${listed.folder}/`,
          collapsed: true,
          items: listed.entries.map((page) => entry(listed, page)),
        })),
      },
      { text: 'Gallery', items: [{ text: 'Drawings', link: '/gallery' }] },
      { text: 'Benchmarks', items: [{ text: 'Ratios and figures', link: '/benchmarks' }] },
    ],
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    footer: { message: 'MIT License', copyright: '© 2026 The hqnn authors' },
  },
});

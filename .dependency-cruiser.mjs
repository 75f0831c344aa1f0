// The arrows of the house: who may import whom. Paths are those of the sources, which our own condition leads to.

/** Which packages of ours each package may import, besides itself. */
const ALLOWED = {
  sim: [],
  circuits: ['sim'],
  autodiff: ['circuits', 'sim'],
  data: [],
  classifier: ['autodiff', 'circuits', 'data', 'sim'],
};

const SOURCES = { path: '^packages/[^/]+/src/', pathNot: '[.]test[.]ts$' };
const TFJS = '(^|/)@tensorflow/';

const arrows = Object.entries(ALLOWED).map(([name, others]) => ({
  name: `arrows-of-${name}`,
  comment: `@hqnn/${name} imports ${others.length ? `only ${others.join(', ')}` : 'nothing'} of ours.`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^(packages|apps)/', pathNot: `^packages/(${[name, ...others].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...arrows,
    {
      name: 'known-packages',
      comment: 'A new package needs its arrows: add a row to ALLOWED in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/(${Object.keys(ALLOWED).join('|')})/` },
      to: {},
    },
    {
      name: 'no-app',
      comment: 'Nothing imports an app, not even another app.',
      severity: 'error',
      from: { path: '^(?:packages|apps)/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'sim-alone',
      comment: 'The sources of @hqnn/sim import nothing at all.',
      severity: 'error',
      from: { path: '^packages/sim/src/', pathNot: '[.]test[.]ts$' },
      to: { pathNot: '^packages/sim/src/' },
    },
    {
      name: 'tfjs-in-its-folder',
      comment: 'In @hqnn/autodiff only src/tfjs/ imports tfjs.',
      severity: 'error',
      from: { path: '^packages/autodiff/src/', pathNot: '^packages/autodiff/src/tfjs/|[.]test[.]ts$' },
      to: { path: TFJS },
    },
    {
      name: 'main-entry-without-tfjs',
      comment: 'The main entry of @hqnn/autodiff reaches no tfjs, however long the way.',
      severity: 'error',
      from: { path: '^packages/autodiff/src/index[.]ts$' },
      to: { path: TFJS, reachable: true },
    },
    {
      name: 'data-without-tfjs',
      comment: '@hqnn/data knows arrays, never tensors.',
      severity: 'error',
      from: { path: '^packages/data/' },
      to: { path: TFJS },
    },
    {
      name: 'pages-too',
      comment: "What a page may load imports no Node builtin: that is for a package's src/node/.",
      severity: 'error',
      from: { ...SOURCES, pathNot: '/src/node/|[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'The flow runs one way, inside a package too.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/docs/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['hqnn-source', 'import', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};

import { packageBuild } from '../../tooling/tsup.ts';

export default packageBuild(
  { index: 'src/index.ts', node: 'src/node/index.ts', pictures: 'src/pictures/index.ts' },
  // No module does anything by being imported, so none is imported for nothing: bundlers would warn of it.
  { treeshake: { moduleSideEffects: false } },
);

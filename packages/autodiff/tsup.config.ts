import { packageBuild } from '../../tooling/tsup.ts';

export default packageBuild({
  index: 'src/index.ts',
  testing: 'src/testing.ts',
  tfjs: 'src/tfjs/index.ts',
  trainability: 'src/trainability/index.ts',
});

import { packageBuild } from '../../tooling/tsup.ts';

export default packageBuild({ main: 'src/main.ts' }, { platform: 'node', dts: false });

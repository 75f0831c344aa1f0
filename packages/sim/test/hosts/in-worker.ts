import { report } from './report.ts';

report().then(postMessage);

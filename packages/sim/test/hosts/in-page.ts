import { type Report, report } from './report.ts';

/** The report of the page's main thread. */
export const inPage = report;

/** The report of a worker. */
export const inWorker = () =>
  new Promise<Report>((resolve, reject) => {
    const worker = new Worker(new URL('./in-worker.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Report>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`The worker failed: ${message || 'it could not be loaded.'}`));
  });

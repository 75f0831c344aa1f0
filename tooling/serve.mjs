// A folder on the web, for this machine alone.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, extname, join } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves a folder's files under each name of a table, with that row's headers, and gives the address to a function. */
export async function serving(folder, headers, use) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(`http://localhost${url}`);
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    const file = await readFile(join(folder, basename(pathname))).catch(() => undefined);
    response.writeHead(file ? 200 : 404, { 'content-type': type, ...headers[basename(dirname(pathname))] }).end(file);
  });
  await new Promise((resolve, reject) => server.on('error', reject).listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

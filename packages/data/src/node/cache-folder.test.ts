import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

test.each<[NodeJS.ProcessEnv, NodeJS.Platform, string]>([
  [{}, 'linux', join(homedir(), '.cache', 'hqnn')],
  [{ HQNN_CACHE: '/data', XDG_CACHE_HOME: '/xdg' }, 'linux', '/data'],
  [{ XDG_CACHE_HOME: '/xdg' }, 'linux', join('/xdg', 'hqnn')],
  [{ XDG_CACHE_HOME: 'relative' }, 'linux', join(homedir(), '.cache', 'hqnn')],
  [{ LOCALAPPDATA: 'C:/Local' }, 'win32', join('C:/Local', 'hqnn', 'Cache')],
  [{ LOCALAPPDATA: 'C:/Local' }, 'linux', join(homedir(), '.cache', 'hqnn')],
])('with %j on %s, it is %s', (env, platform, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder);
});

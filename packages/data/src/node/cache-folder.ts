import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where what was fetched is kept: HQNN_CACHE, or hqnn in the user's cache, which the platform puts somewhere. */
export function cacheFolder(
  { HQNN_CACHE, XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (HQNN_CACHE) return HQNN_CACHE;
  // The XDG base directory specification has relative paths ignored.
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'hqnn');
  if (platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'hqnn', 'Cache');
  return join(homedir(), '.cache', 'hqnn');
}

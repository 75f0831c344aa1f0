export type { FetchProgress } from './fetch-files.ts';
export { type FetchOptions, fetchMnist } from './fetch-mnist.ts';
export type { IdxPart } from './idx-files.ts';
export { readCsv } from './read-csv.ts';
export { readDigitImage } from './read-digit-image.ts';
export { hasTest, type IdxFolderOptions, readIdxFolder } from './read-idx-folder.ts';
export { readMnist } from './read-mnist.ts';
export { readNpz } from './read-npz.ts';
export { REMOTE_SETS, type RemoteFile, type RemoteSet, type RemoteSetName } from './remote-sets.ts';

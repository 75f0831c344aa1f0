export { hasTest, type IdxFolderOptions, type IdxPart, readIdxFolder } from './read-idx-folder.ts';
export { readMnist } from './read-mnist.ts';

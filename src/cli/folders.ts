/** Folders of files that are to be written. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the folder of a file where there is none.
 * @returns the path
 * @throws what the file system says when it cannot be made
 */
export function withFolder(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

import { readFileSync } from 'node:fs';

/** The objects of a file with one JSON object a line. */
export function readJsonLines<T>(file: URL | string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

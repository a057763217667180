import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'pack-check-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run pack -- check …` without npm; node_modules/node is the project's own. */
function pack(...args: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/node'),
    ['--disable-warning=ExperimentalWarning', join(root, 'scripts/pack.ts'), ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, out: stdout + stderr };
}
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}
const shipped = (locale: string) => readFileSync(join(root, `locales/packs/${locale}.json`), 'utf8');

describe('npm run pack -- check', () => {
  test('a good file: 0', () => {
    copyFileSync(join(root, 'locales/packs/de-AT.json'), join(folder, 'de-AT.json'));
    expect(pack('check', 'de-AT.json')).toMatchObject({ status: 0, out: 'de-AT.json: good\n' });
  });
  test('a file that is not JSON: 1, with the line', () => {
    expect(pack('check', file('broken.json', '{"format": 1,\n"locale": de}'))).toMatchObject({
      status: 1,
      out: expect.stringContaining('line 2, column 11'),
    });
  });
  test('a pack with a problem: 1, with place and remedy', () => {
    const { status, out } = pack('check', file('typo.json', shipped('de').replace('{agentName}', '{agentNam}')));
    expect(status).toBe(1);
    expect(out).toMatch(/phrase \S+ › text › \S+: \{agentNam\} is not an argument/u);
    expect(out).toContain('→');
  });
  test('several files: all are judged, and one bad one is enough for 1', () => {
    const { status, out } = pack('check', file('a.json', '[]'), file('b.json', shipped('de-AT')));
    expect(status).toBe(1);
    expect(out).toMatch(/a\.json: 1 to mend[\s\S]*b\.json: good/u);
  });
  test('a file that is not there: 1', () => {
    expect(pack('check', 'nothing.json')).toMatchObject({
      status: 1,
      out: expect.stringContaining('there is no such file'),
    });
  });
  test('a pack that extends nothing known: 1', () => {
    expect(pack('check', file('x.json', '{"format":1,"locale":"de-LI","extends":"gsw"}'))).toMatchObject({
      status: 1,
      out: expect.stringContaining('there is no pack “gsw”'),
    });
  });
  test.each([[[]], [['check']], [['chek', 'x.json']]])('%j: 2, and how to use it', (args) => {
    expect(pack(...args)).toMatchObject({ status: 2, out: expect.stringContaining('usage') });
  });
});

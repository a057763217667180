import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function guarded(href: string): Promise<string[]> {
  const reached: string[] = [];
  vi.stubGlobal('location', { href });
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    reached.push(input instanceof Request ? input.url : String(input));
    return new Response('');
  });
  await import('../../../lib/own-files-only.ts');
  return reached;
}

const own = 'chrome-extension://abcdefghijklmnop';

test('in the extension only its own files are fetched', async () => {
  const reached = await guarded(`${own}/affect-worker.js?hub=1`);
  await fetch('/models/a.json');
  await fetch(new URL(`${own}/b.json`));
  for (const address of [
    'https://example.com',
    '//example.com/x',
    `${own}.example.com/`,
    'http://127.0.0.1:1',
    'data:,x',
  ])
    await expect(fetch(address), address).rejects.toThrow('own files');
  await expect(fetch(new Request('https://example.com'))).rejects.toThrow('own files');
  expect(reached).toEqual(['/models/a.json', `${own}/b.json`]);
});

test('elsewhere, as under the development server, nothing is changed', async () => {
  const reached = await guarded('http://localhost:3000/worker.js');
  await fetch('https://example.com/');
  expect(reached).toEqual(['https://example.com/']);
});

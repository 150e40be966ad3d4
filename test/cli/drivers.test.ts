/** What the drivers promise to those who call them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { circleIn } from '../../src/cli/files.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { measureFirstView } from '../../src/cli/size.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorate-'));
  mkdirSync(join(folder, 'site/.vite'), { recursive: true });
  writeFileSync(join(folder, 'site/index.html'), 'home');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As a client that sends the path untouched; fetch would resolve the dots first. */
function status(url: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const asked = request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

test('the server serves its folder under its path, and nothing else', async () => {
  const { url, close } = await serve(join(folder, 'site'), { under: '/deep/path/' });
  expect(await (await fetch(url)).text()).toBe('home');
  expect(await status(url, '/deep/path/index.html?x=1')).toBe(200);
  expect(await status(url, '/deep/path/missing.js')).toBe(404);
  expect(await status(url, '/index.html')).toBe(404);
  expect(await status(url, '/deep/path/../secret.txt')).toBe(404);
  expect(await status(url, '/deep/path/%2e%2e/secret.txt')).toBe(404);
  expect(await status(url, '/deep/path/%')).toBe(404);
  await close();
});

test('text is sent compressed to whoever takes it so', async () => {
  const { url, close } = await serve(join(folder, 'site'));
  const packed = await fetch(url, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toBe('home');
  const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe('home');
  await close();
});

test('files that need each other are found', () => {
  const needs: Record<string, string[]> = { a: ['b', 'c'], b: ['c'], c: [], d: ['e'], e: ['d'] };
  expect(circleIn((file) => needs[file] ?? [], ['a', 'b', 'c'])).toBeNull();
  expect(circleIn((file) => needs[file] ?? [], ['a', 'd', 'e'])).toBe('d');
});

test('a taken port gives way to the next free one', async () => {
  const first = await serve(join(folder, 'site'));
  const port = Number(new URL(first.url).port);
  const second = await serve(join(folder, 'site'), { port });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await Promise.all([first.close(), second.close()]);
});

test('the first view is what the entry imports statically, with its styles', () => {
  const site = join(folder, 'site');
  const manifest = {
    'index.html': { file: 'a.js', css: ['a.css'], imports: ['_b.js'], dynamicImports: ['c.ts'] },
    '_b.js': { file: 'b.js', imports: ['index.html'] },
    'c.ts': { file: 'c.js' },
  };
  writeFileSync(join(site, '.vite/manifest.json'), JSON.stringify(manifest));
  for (const file of ['a.js', 'a.css', 'b.js', 'c.js']) writeFileSync(join(site, file), file);
  const { ok, sentence } = measureFirstView(site);
  expect(ok).toBe(true);
  expect(sentence).toContain('files: 3');
  const noise = Array.from({ length: 30_000 }, (_, index) => Math.sin(index)).join();
  writeFileSync(join(site, 'b.js'), noise);
  expect(measureFirstView(site).ok).toBe(false);
});

test('fonts have a budget of their own, and all of it comes in ten requests', () => {
  const site = join(folder, 'fonts');
  mkdirSync(join(site, '.vite'), { recursive: true });
  mkdirSync(join(site, 'assets'));
  writeFileSync(join(site, '.vite/manifest.json'), '{ "index.html": { "file": "a.js" } }');
  writeFileSync(join(site, 'a.js'), 'short');
  writeFileSync(join(site, 'index.html'), '<html lang="en">');
  const font = (name: string, bytes: number): void =>
    writeFileSync(join(site, `assets/${name}.woff2`), Buffer.alloc(bytes));
  font('a', 140_000);
  expect(measureFirstView(site)).toMatchObject({
    ok: true,
    sentence: expect.stringContaining('fonts 140.0 kB of 140.0 kB; files: 1'),
  });
  font('b', 1);
  expect(measureFirstView(site).ok).toBe(false);
  font('a', 1);
  for (const name of 'cdefgh') font(name, 1);
  expect(measureFirstView(site).ok).toBe(true);
  font('i', 1);
  expect(measureFirstView(site).ok).toBe(false);
});

test('the page of each language that the head names is held to the budget', () => {
  const site = join(folder, 'languages');
  const build = (page: string, script: string) => {
    mkdirSync(join(page, '.vite'), { recursive: true });
    writeFileSync(join(page, '.vite/manifest.json'), '{ "index.html": { "file": "a.js" } }');
    writeFileSync(join(page, 'a.js'), script);
  };
  build(site, 'short');
  writeFileSync(
    join(site, 'index.html'),
    '<html lang="en"><link hreflang="en" href="./index.html"><link hreflang="zh" href="./han/index.html">',
  );
  expect(measureFirstView(site).ok).toBe(false);
  build(join(site, 'han'), 'short');
  expect(measureFirstView(site).ok).toBe(true);
  expect(measureFirstView(site).sentence).toMatch(/^en 0\.0 kB.*\nzh 0\.0 kB/);
  build(join(site, 'han'), Array.from({ length: 30_000 }, (_, index) => Math.sin(index)).join());
  expect(measureFirstView(site).ok).toBe(false);
});

test('setting up what is set up already says nothing', () => {
  const { status: code, stdout, stderr } = spawnSync(process.execPath, ['src/cli/setup.mjs']);
  expect([code, String(stdout), String(stderr)]).toEqual([0, '', '']);
});

test('a command that is not there is an understandable error, and not a result', () => {
  const args = ['src/cli/run.mjs', 'src/cli/nothing.ts'];
  const { status: code, stdout, stderr } = spawnSync(process.execPath, args);
  expect([code, String(stdout)]).toEqual([2, '']);
  expect(String(stderr)).toBe('There is no src/cli/nothing.ts to run.\n');
});

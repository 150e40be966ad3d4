/**
 * Links that somebody has must open for ever: stored ones lead to the state stored with them, as long as the engine is
 * the one that made them; those of an older engine still open, and say their version. To add those of a new engine:
 * `STORE_LINKS=1 npx vitest run test/timeline/storedLinks`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  decodeRun,
  engineVersion,
  fingerprint,
  loadShare,
  openTimeline,
  playTo,
  seekMoment,
} from '../../src/timeline/index.ts';

interface Stored {
  readonly title: string;
  readonly version: number;
  readonly link: string;
  readonly fingerprint: string;
}

const file = fileURLToPath(new URL('runs/links.json', import.meta.url));
const runs = ['quiet', 'seed', 'storm', 'large', 'lawless'];
const { decodeLink, encodeLink } = await loadShare();

/** A link to the middle of a stored run. */
function linkOf(name: string): Stored {
  const text = readFileSync(new URL(`runs/${name}.json`, import.meta.url), 'utf8');
  const { title, run } = JSON.parse(text);
  const decoded = decodeRun(JSON.stringify(run));
  if (!decoded.ok) throw new Error(`${name} holds no run`);
  const timeline = openTimeline(decoded.value);
  const last = decoded.value.commands.at(-1)?.time ?? 1000;
  playTo(timeline, last / 2);
  const { seq, time } = timeline.world;
  const print = fingerprint(timeline.world);
  const shared = { run: timeline.run, at: { seq, time }, fingerprint: print, look: {} };
  return { title, version: engineVersion, link: encodeLink(shared), fingerprint: print };
}

const read = (): readonly Stored[] => JSON.parse(readFileSync(file, 'utf8'));

if (process.env.STORE_LINKS === '1') {
  const kept = read().filter(({ version }) => version !== engineVersion);
  writeFileSync(file, `${JSON.stringify([...kept, ...runs.map(linkOf)], null, 2)}\n`);
}

test.each(read())('$title, by engine $version', ({ version, link, fingerprint: stored }) => {
  const opened = decodeLink(link);
  expect(opened.ok).toBe(true);
  if (!opened.ok) return;
  const { run, at } = opened.value;
  expect(run.version).toBe(version);
  expect(opened.value.fingerprint).toBe(stored);
  const timeline = openTimeline(run);
  seekMoment(timeline, at);
  if (version === engineVersion) expect(fingerprint(timeline.world)).toBe(stored);
});

test('there are links of the engine that runs', () => {
  expect(read().some(({ version }) => version === engineVersion)).toBe(true);
});

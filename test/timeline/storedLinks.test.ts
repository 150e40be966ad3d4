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
  type Shared,
  seekMoment,
} from '../../src/timeline/index.ts';

interface Stored {
  readonly title: string;
  readonly version: number;
  readonly link: string;
  readonly fingerprint: string;
}

const file = fileURLToPath(new URL('runs/links.json', import.meta.url));
const plain = ['quiet', 'seed', 'storm', 'large', 'lawless'] as const;
/** With all that a page may say of how it was looked at. */
const look = {
  panel: 'inspector',
  event: 40,
  diagram: 'strip',
  axis: 'logical',
  from: 12.5,
  to: 80,
  speed: 0.1,
};
/** With a question that is open. */
const asking = { about: 'server.1', why: 'doesNotStand.1', server: 1, speed: 1 };
const { decodeLink, encodeLink } = await loadShare();

/** A link to the middle of a stored run. */
function linkOf(name: string, look: Shared['look'] = {}, how = ''): Stored {
  const text = readFileSync(new URL(`runs/${name}.json`, import.meta.url), 'utf8');
  const { title, run } = JSON.parse(text);
  const decoded = decodeRun(JSON.stringify(run));
  if (!decoded.ok) throw new Error(`${name} holds no run`);
  const timeline = openTimeline(decoded.value);
  const last = decoded.value.commands.at(-1)?.time ?? 1000;
  playTo(timeline, last / 2);
  const { seq, time } = timeline.world;
  const print = fingerprint(timeline.world);
  const shared = { run: timeline.run, at: { seq, time }, fingerprint: print, look };
  return {
    title: title + how,
    version: engineVersion,
    link: encodeLink(shared),
    fingerprint: print,
  };
}

const read = (): readonly Stored[] => JSON.parse(readFileSync(file, 'utf8'));

if (process.env.STORE_LINKS === '1') {
  const looked = [
    linkOf('storm', look, ', and how it was looked at'),
    linkOf('seed', asking, ', and what was asked'),
  ];
  const kept = read().filter(({ version }) => version !== engineVersion);
  writeFileSync(
    file,
    `${JSON.stringify([...kept, ...plain.map((name) => linkOf(name)), ...looked], null, 2)}\n`,
  );
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

test('a link says how it was looked at, and older ones, which do not, open all the same', () => {
  const looks = read().map(({ link }) => {
    const opened = decodeLink(link);
    return opened.ok ? opened.value.look : null;
  });
  expect(looks).toContainEqual(look);
  expect(looks).toContainEqual(asking);
  expect(looks).toContainEqual({});
});

test('there are links of the engine that runs', () => {
  expect(read().some(({ version }) => version === engineVersion)).toBe(true);
});

/** Links as the page makes and opens them: what arrives says whether it is what was shared, and by which engine. */
import { expect, test, vi } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { plainSetup, profiles } from '../../src/sim/index.ts';
import {
  type Arrival,
  embedOf,
  follow,
  isOtherState,
  linkTo,
  longestLink,
} from '../../src/store/index.ts';
import {
  engineVersion,
  fingerprint,
  loadShare,
  momentOf,
  runOf,
} from '../../src/timeline/index.ts';
import type { Lab } from '../../src/ui/hooks/lab.ts';
import { misses, arrival as said } from '../../src/words/index.ts';
import { labOf } from '../support/lab.ts';

const stateOf = ({ session }: Lab) => session.store.getState();
const { decodeLink, encodeLink } = await loadShare();
vi.stubGlobal('location', { href: 'https://example.org/lab/#old' });

/** After 0.4 s of a run in which so many links were cut, at times that no compressor guesses. */
function played(acts = 1): Lab {
  const lab = labOf(runOf(plainSetup(5, 7, profiles.paper)));
  for (let act = 0; act < acts; act += 1) {
    lab.session.seek(400 + act + draw(1, 2, act));
    const from = Math.floor(draw(3, 4, act) * 5);
    lab.session.do({ type: 'cut', links: [[from, (from + 1 + (act % 4)) % 5]] });
  }
  return lab;
}

/** What the page says of the link when it has looked at the state. */
async function foundBy(lab: Lab): Promise<Arrival> {
  const { arrival } = await vi.waitUntil(() => {
    const state = stateOf(lab);
    return state.arrival?.found === null ? null : state;
  });
  if (arrival === null) throw new Error('no link was followed');
  return arrival;
}

const addressOf = async (lab: Lab): Promise<string> => (await linkTo(stateOf(lab), {})).address;

/** The link of `lab`, said by another engine, or with another fingerprint. */
async function retold(lab: Lab, change: { version?: number; print?: string }): Promise<string> {
  const [address = '', text = ''] = (await addressOf(lab)).split('#r=');
  const opened = decodeLink(text);
  if (!opened.ok) throw new Error('no link');
  const { run, fingerprint: print } = opened.value;
  const told = { ...run, version: change.version ?? run.version };
  return `${address}#r=${encodeLink({ ...opened.value, run: told, fingerprint: change.print ?? print })}`;
}

test('the address is that of the page, and what it leads to is the state that was shared', async () => {
  const lab = played();
  const link = await linkTo(stateOf(lab), {});
  expect(link.address).toMatch(/^https:\/\/example\.org\/lab\/#r=a[\w-]+$/);
  const other = labOf(runOf(plainSetup(3, 1)));
  expect(await follow(other.session, other.view, `Look: ${link.address}&play=1 `)).toBe(true);
  const { timeline, isPlaying } = stateOf(other);
  expect(await foundBy(other)).toMatchObject({ isOlder: false, found: link.fingerprint });
  expect(isOtherState(await foundBy(other))).toBe(false);
  expect(momentOf(timeline)).toEqual(momentOf(stateOf(lab).timeline));
  expect(fingerprint(timeline.world)).toBe(link.fingerprint);
  expect(isPlaying).toBe(true);
});

test('an event that was pointed at is found again, though nobody has looked at the run yet', async () => {
  const lab = played();
  const { address } = await linkTo(stateOf(lab), { event: 9, diagram: 'strip' });
  const other = labOf(runOf(plainSetup(3, 1)));
  await follow(other.session, other.view, address);
  expect(other.view.store.getState()).toMatchObject({
    selection: { kind: 'event', seq: 9 },
    diagram: 'strip',
  });
});

test('where nothing is pointed at the picture waits for no judge, who comes after it', async () => {
  const other = labOf(runOf(plainSetup(3, 1)));
  await follow(other.session, other.view, await addressOf(played()));
  expect(stateOf(other).timeline.judge).toBeNull();
  await vi.waitUntil(() => stateOf(other).timeline.judge !== null);
});

test('a link of an older engine is played by the present one, and says so', async () => {
  const other = labOf(runOf(plainSetup(3, 1)));
  const older = engineVersion - 1;
  await follow(other.session, other.view, await retold(played(), { version: older }));
  const { timeline } = stateOf(other);
  const { found, ...arrival } = await foundBy(other);
  expect(arrival).toMatchObject({ isOlder: true, version: older });
  expect(timeline.run.version).toBe(engineVersion);
  expect(said.older(older, found ?? '')).toContain(`version ${older} of the engine`);
});

test('a state that is another than the one shared is told from it', async () => {
  const other = labOf(runOf(plainSetup(3, 1)));
  await follow(other.session, other.view, await retold(played(), { print: '0123456789abcdef' }));
  const arrival = await foundBy(other);
  expect(arrival.isOlder).toBe(false);
  expect(isOtherState(arrival)).toBe(true);
});

test('who goes on before the state was looked at is told of the one that was opened', async () => {
  const lab = played();
  const link = await linkTo(stateOf(lab), {});
  const other = labOf(runOf(plainSetup(3, 1)));
  await follow(other.session, other.view, link.address);
  expect(stateOf(other).arrival?.found).toBeNull();
  other.session.next();
  expect(await foundBy(other)).toMatchObject({ found: link.fingerprint });
});

test.each([
  ['of a later engine', { version: engineVersion + 1 }, misses.laterVersion],
  ['that is mistyped', {}, misses.notALink],
] as const)(
  'a link %s leaves the run in hand, with a sentence',
  async (_name, change, sentence) => {
    const other = labOf(runOf(plainSetup(3, 1)));
    const { timeline } = stateOf(other);
    const link = await retold(played(), change);
    const given = 'version' in change ? link : link.slice(0, -9);
    expect(await follow(other.session, other.view, given)).toBe(false);
    expect(stateOf(other)).toMatchObject({ timeline, trouble: sentence, arrival: null });
  },
);

test('a run that no address holds is the same text in a file', async () => {
  const lab = played(600);
  const link = await linkTo(stateOf(lab), {}, true);
  expect(link.isTooLong).toBe(true);
  expect(link.address.length).toBeGreaterThan(longestLink);
  expect((await linkTo(stateOf(played()), {})).isTooLong).toBe(false);
  const other = labOf(runOf(plainSetup(3, 1)));
  expect(await follow(other.session, other.view, `${link.address}\n`)).toBe(true);
  expect(await foundBy(other)).toMatchObject({ found: link.fingerprint });
});

test('in the page of somebody else the same link is marked so, and still plays', async () => {
  const plays = (await linkTo(stateOf(played()), {}, true)).address;
  expect(embedOf(plays)).toBe(plays.replace('&play=1', '&embed=1&play=1'));
  const other = labOf(runOf(plainSetup(3, 1)));
  expect(await follow(other.session, other.view, embedOf(plays))).toBe(true);
  expect(stateOf(other).isPlaying).toBe(true);
});

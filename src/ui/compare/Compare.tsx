/** Another branch beside the one in hand, on the same clock, and in what the two differ at this moment. */
import { useEffect } from 'react';
import { bringAlong, type Comparison } from '../../store/index.ts';
import {
  branchOf,
  differences,
  measureOf,
  momentOf,
  parting,
  type Seen,
  treeOf,
  type Value,
} from '../../timeline/index.ts';
import { compare as said, words } from '../../words/index.ts';
import { branchName } from '../branches/branchName.ts';
import { Cross } from '../controls/Cross.tsx';
import { type Lab, useLab, useSession, useTimeline } from '../hooks/lab.ts';
import { type Engine, useEngine } from '../hooks/useEngine.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { stagePicture } from '../stage/Stage.tsx';
import { LogPairs } from './LogPairs.tsx';
import '../styles/branches.css';

/** Stands where the logs stand otherwise. */
export function Compare() {
  const comparison = useSession(({ comparison }) => comparison);
  const timeline = useTimeline();
  if (comparison === null) return null;
  const tree = treeOf(timeline);
  const branch = branchOf(tree, comparison.branch ?? 0);
  const name = branch === undefined ? comparison.name : branchName(tree, branch);
  return name === undefined ? null : <Compared comparison={comparison} name={name} />;
}

function Compared({ comparison, name }: ComparedProps) {
  const { session } = useLab();
  const timeline = useTimeline();
  const isPhone = useIsPhone();
  bringAlong(comparison, momentOf(timeline));
  const seen = differences(timeline.world, comparison.timeline.world);
  const lit = [...new Set(seen.map(({ server }) => server))];
  useLit(lit);
  return (
    <section className="compare" aria-label={said.title(name)}>
      <header className="section-head">
        <h2>{said.title(name)}</h2>
        <Cross label={said.close} onPress={() => session.compare(null)} size={18} />
      </header>
      <OtherModified comparison={comparison} />
      {/* On a phone the servers are rows, and the table says in what they differ. */}
      {!isPhone && <OtherStage key={name} name={name} lit={lit} />}
      <Differences comparison={comparison} seen={seen} />
    </section>
  );
}

/** The branch in hand says it at the top of the page. */
function OtherModified({ comparison }: { readonly comparison: Comparison }) {
  const { rulesOff } = comparison.timeline.world;
  return rulesOff.length === 0 ? null : <p className="modified">{words.page.modified(rulesOff)}</p>;
}

interface ComparedProps {
  readonly comparison: Comparison;
  readonly name: string;
}

/** Lights these servers in both pictures for as long as two branches are compared. */
function useLit(lit: readonly number[]): void {
  const { store } = useLab().view;
  const key = lit.join();
  useEffect(() => {
    store.setState({ lit: key === '' ? [] : key.split(',').map(Number) });
  }, [store, key]);
  useEffect(() => () => store.setState({ lit: [] }), [store]);
}

interface OtherProps {
  readonly name: string;
  readonly lit: readonly number[];
}

function OtherStage({ name, lit }: OtherProps) {
  const { names: all } = useTimeline().run.setup;
  const names = lit.map((id) => all[id] ?? '');
  const ref = useEngine<SVGSVGElement>(createOther);
  return (
    <figure className="stage-frame" aria-label={said.other(name, names)}>
      <div inert>
        <svg ref={ref} />
      </div>
    </figure>
  );
}

// What is looked at there cannot be acted on: only the branch in hand is.
const onlyLooked = { onServer: () => {}, onLink: () => {}, onMessage: () => {} };

function createOther(svg: SVGSVGElement, lab: Lab): Engine {
  const { store } = lab.session;
  return stagePicture(svg, lab, onlyLooked, () => {
    const { comparison, timeline } = store.getState();
    if (comparison === null) return timeline;
    bringAlong(comparison, momentOf(timeline));
    return comparison.timeline;
  });
}

interface DifferencesProps {
  readonly comparison: Comparison;
  readonly seen: readonly Seen[];
}

function Differences({ comparison, seen }: DifferencesProps) {
  const timeline = useTimeline();
  const { names } = timeline.run.setup;
  const { seq, time } = parting(timeline.run, comparison.timeline.run);
  const place = measureOf(timeline.run) === 'time' ? words.moment(time) : words.time.event(seq);
  return (
    <>
      {seq < Infinity && <p className="hint">{said.parted(place)}</p>}
      <LogPairs here={timeline} there={comparison.timeline} seen={seen} />
      {seen.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <table className="differences" aria-label={said.differences}>
          <thead>
            <tr>
              <th scope="col">{said.what}</th>
              <th scope="col">{said.here}</th>
              <th scope="col">{said.there}</th>
            </tr>
          </thead>
          <tbody>
            {seen.map((one) => (
              <Row key={`${one.server} ${one.field}`} one={one} names={names} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ one, names }: { readonly one: Seen; readonly names: readonly string[] }) {
  const { server, field, here, there, from } = one;
  const text = (value: Value): string =>
    field === 'log' && value.kind === 'number'
      ? said.entries(value.value, from <= value.value ? from : 0)
      : textOf(value, names);
  return (
    <tr>
      <th scope="row">
        {names[server]} <small>{said.fields[field]}</small>
      </th>
      <td>{text(here)}</td>
      <td>{text(there)}</td>
    </tr>
  );
}

/** Roles and conditions, in words. */
const tags: Readonly<Record<string, string>> = { ...words.roles, ...words.conditions };

function textOf(value: Value, names: readonly string[]): string {
  switch (value.kind) {
    case 'tag':
      return tags[value.tag] ?? value.tag;
    case 'number':
      return String(value.value);
    case 'server':
      return value.server === null ? said.nobody : (names[value.server] ?? '');
    case 'servers':
      return words.list(value.servers.map((id) => names[id] ?? ''));
    case 'pairs':
      return value.pairs.map(([key, held]) => `${key}=${held}`).join(' ') || '–';
  }
}

/** Dividing the cluster: each server on a side, and what each side can still do. */
import { useEffect, useState } from 'react';
import type { Configuration } from '../../raft/index.ts';
import { linksBetween } from '../../sim/index.ts';
import { crewOf, isQuorum, tallies } from '../../viz/index.ts';
import { partition, words } from '../../words/index.ts';
import { useLab, useSession } from '../hooks/lab.ts';
import { aim } from '../stage/aim.ts';
import { Frame } from './Frame.tsx';

const letters = partition.letters;

/** At first a minority stands apart: the last servers, once those before them are a quorum. */
export function firstSides(crew: Configuration, count: number): number[] {
  const first: number[] = [];
  while (first.length < count && !isQuorum(crew, first)) first.push(first.length);
  return Array.from({ length: count }, (_, id) => (id < first.length ? 0 : 1));
}

/** What was drawn around on the stage stands apart from the rest, once. */
function sidesAround(count: number): number[] | null {
  const { group } = aim.getState();
  if (group === null) return null;
  return Array.from({ length: count }, (_, id) => (group.includes(id) ? 1 : 0));
}

/** One row of sides a server; cuts every link between the sides. */
export function Partition() {
  const { session, view } = useLab();
  const names = useSession(({ timeline }) => timeline.run.setup.names);
  const crew = useSession(({ timeline }) => crewOf(timeline.world));
  const [sides, setSides] = useState(
    () => sidesAround(names.length) ?? firstSides(crew, names.length),
  );
  const groups = letters.map((_, side) =>
    names.flatMap((_, id) => (sides[id] === side ? [id] : [])),
  );
  const isDivided = groups.filter(({ length }) => length > 0).length > 1;
  const apply = (): void => {
    session.do({ type: 'heal', links: null });
    session.do({ type: 'cut', links: linksBetween(groups) });
    view.close();
  };
  // The next time it is opened it begins anew.
  useEffect(() => () => aim.setState({ group: null }), []);
  const put = (server: number, side: number): void =>
    setSides((before) => before.map((was, id) => (id === server ? side : was)));
  return (
    <Frame title={partition.title} intro={partition.intro}>
      <div className="sides">
        {names.map((name, id) => (
          <SideChoice
            key={name}
            name={name}
            side={sides[id] ?? 0}
            onSide={(side) => put(id, side)}
          />
        ))}
      </div>
      <ul className="side-counts">
        {letters.map((letter, side) => (
          <SideCount key={letter} letter={letter} servers={groups[side] ?? []} crew={crew} />
        ))}
      </ul>
      {!isDivided && <p className="field-trouble">{partition.oneSide}</p>}
      <p className="verbs">
        <button type="button" className="primary" disabled={!isDivided} onClick={apply}>
          {partition.apply}
        </button>
        <button type="button" onClick={view.close}>
          {partition.cancel}
        </button>
      </p>
    </Frame>
  );
}

interface SideChoiceProps {
  readonly name: string;
  readonly side: number;
  readonly onSide: (side: number) => void;
}

function SideChoice({ name, side, onSide }: SideChoiceProps) {
  return (
    <fieldset className="side-choice">
      <legend>{name}</legend>
      {letters.map((letter, place) => (
        <label key={letter} className={place === side ? 'is-chosen' : ''}>
          <input
            type="radio"
            name={partition.sideOf(name)}
            checked={place === side}
            onChange={() => onSide(place)}
          />
          {partition.side(letter)}
        </label>
      ))}
    </fieldset>
  );
}

interface SideCountProps {
  readonly letter: string;
  readonly servers: readonly number[];
  readonly crew: Configuration;
}

/** Only those who have a vote count, in each half of a joint configuration (§6). */
function SideCount({ letter, servers, crew }: SideCountProps) {
  if (servers.length === 0) return null;
  const isQuorate = isQuorum(crew, servers);
  return (
    <li className={isQuorate ? 'is-quorate' : 'is-inquorate'}>
      {partition.counted(
        letter,
        words.tally(tallies(crew, servers)),
        isQuorate ? partition.quorate : partition.notQuorate,
      )}
    </li>
  );
}

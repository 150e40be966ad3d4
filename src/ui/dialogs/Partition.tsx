/** Dividing the cluster: each server on a side, and what each side can still do. */
import { useState } from 'react';
import { majority } from '../../raft/index.ts';
import { linksBetween } from '../../sim/index.ts';
import { partition } from '../../words/index.ts';
import { useLab, useSession } from '../hooks/lab.ts';
import { Frame } from './Frame.tsx';

const letters = partition.letters;

/** At first a minority stands apart: the last servers, fewer than half. */
const firstSides = (count: number): number[] =>
  Array.from({ length: count }, (_, id) => (id < majority(count) ? 0 : 1));

/** One row of sides a server; cuts every link between the sides. */
export function Partition() {
  const { session, view } = useLab();
  const names = useSession(({ timeline }) => timeline.run.setup.names);
  const [sides, setSides] = useState(() => firstSides(names.length));
  const groups = letters.map((_, side) =>
    names.flatMap((_, id) => (sides[id] === side ? [id] : [])),
  );
  const isDivided = groups.filter(({ length }) => length > 0).length > 1;
  const apply = (): void => {
    session.do({ type: 'heal', links: null });
    session.do({ type: 'cut', links: linksBetween(groups) });
    view.close();
  };
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
          <SideCount
            key={letter}
            letter={letter}
            many={groups[side]?.length ?? 0}
            size={names.length}
          />
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
  readonly many: number;
  readonly size: number;
}

function SideCount({ letter, many, size }: SideCountProps) {
  if (many === 0) return null;
  const isQuorate = many >= majority(size);
  return (
    <li className={isQuorate ? 'is-quorate' : 'is-inquorate'}>
      {partition.counted(letter, many, size)},{' '}
      {isQuorate ? partition.quorate : partition.notQuorate}
    </li>
  );
}

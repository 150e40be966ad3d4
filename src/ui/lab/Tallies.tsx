/** How much has been gone through, a figure under the other. */
import { labSearch } from '../../words/index.ts';

interface Props<Name extends string> {
  readonly rows: Readonly<Record<Name, number>>;
  readonly names: Readonly<Record<Name, string>>;
}

export function Tallies<Name extends string>({ rows, names }: Props<Name>) {
  return (
    <dl className="tallies">
      {(Object.keys(rows) as Name[]).map((name) => (
        <div key={name}>
          <dt>{names[name]}</dt>
          <dd>{labSearch.number(rows[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

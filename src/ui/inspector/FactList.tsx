/** Names and values, one a line. */
import { Labelled } from '../glossary/Labelled.tsx';

export type Fact = readonly [name: string, value: string | number];

interface Props {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A titled list of facts; nothing where there are none. */
export function FactList({ title, facts }: Props) {
  if (facts.length === 0) return null;
  return (
    <section className="fact-group">
      <h4>
        <Labelled label={title} />
      </h4>
      <dl className="fact-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>
              <Labelled label={name} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

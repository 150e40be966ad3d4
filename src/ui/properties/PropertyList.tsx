/** Every property that is looked at: what it says, and whether it holds up to the moment in hand. */
import { type Timeline, violationsOf } from '../../timeline/index.ts';
import { properties as said, words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import '../styles/properties.css';

/** In the order in which they are looked at, Figure 3 first. */
export function PropertyList() {
  const timeline = useTimeline();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: longer than its panel, it is scrolled by keys.
    <section className="property-list" aria-label={said.title} tabIndex={0}>
      <p className="hint">{said.intro}</p>
      <dl>
        {Object.entries(words.page.propertyNames).map(([property, name]) => (
          <div key={property}>
            <dt>{name}</dt>
            <State timeline={timeline} property={property} name={name} />
            <dd>{said.says[property]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface StateProps {
  readonly timeline: Timeline;
  readonly property: string;
  readonly name: string;
}

/** Where it is broken, the way to the event that broke it. */
function State({ timeline, property, name }: StateProps) {
  const { session } = useLab();
  const { properties } = words.page;
  const broken = violationsOf(timeline).find((violation) => violation.property === property);
  if (timeline.judge === null) return <dd className="property-state">{said.unseen}</dd>;
  if (broken === undefined)
    return (
      <dd className="property-state holds">
        <span aria-hidden="true">{properties.holdMark} </span>
        {said.holds}
      </dd>
    );
  const go = (): void => {
    session.pause();
    session.seekSeq(broken.seq);
  };
  return (
    <dd className="property-state is-broken">
      <span aria-hidden="true">{properties.brokenMark} </span>
      {said.brokenAt(words.moment(broken.time))}{' '}
      <button type="button" className="link" onClick={go}>
        {said.goThere(name)}
      </button>
    </dd>
  );
}

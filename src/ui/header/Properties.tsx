/** The light that says whether all properties hold. */
import { Check } from 'lucide';
import { violationsOf } from '../../timeline/index.ts';
import { words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** That all properties hold, or which are broken. */
export function Properties() {
  const { view } = useLab();
  const timeline = useTimeline();
  const { properties, propertyNames } = words.page;
  const broken = [...new Set(violationsOf(timeline).map(({ property }) => property))];
  const isWhole = broken.length === 0;
  if (timeline.judge === null) return <div className="properties" />;
  const names = words.list(broken.map((property) => propertyNames[property] ?? property));
  return (
    <div
      role="status"
      aria-label={properties.label}
      className={isWhole ? 'properties' : 'properties is-broken'}
    >
      {isWhole ? (
        <Icon of={Check} size={14} />
      ) : (
        <span aria-hidden="true">{properties.brokenMark} </span>
      )}
      <button type="button" className="link" onClick={() => view.toggle('properties')}>
        {isWhole ? properties.hold : properties.broken(names)}
      </button>
    </div>
  );
}

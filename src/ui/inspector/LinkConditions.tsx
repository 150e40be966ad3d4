/** Latency, loss and duplication of one link in one direction, to be set for it alone. */
import { inspector, optionFields } from '../../words/index.ts';
import { asOfLink, isOwn, linkSliders, withLink, withoutLink } from '../conditions/ofLink.ts';
import { SliderField } from '../conditions/SliderField.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import '../styles/linkConditions.css';

const said = inspector.link;

interface Props {
  readonly from: number;
  readonly to: number;
  /** The direction, as it is written. */
  readonly way: string;
}

/** Closed until somebody wants it: to read a link is more common than to change it. */
export function LinkConditions({ from, to, way }: Props) {
  const { session } = useLab();
  const { options } = useTimeline().world;
  return (
    <details className="link-conditions">
      <summary>{said.change(way)}</summary>
      {linkSliders.map((slider) => (
        <SliderField
          key={slider.id}
          slider={slider}
          options={asOfLink(options, from, to)}
          label={said.of(optionFields[slider.id].label, way)}
          onSet={(changes) => session.setOptions(withLink(options, from, to, changes))}
        />
      ))}
      <button
        type="button"
        disabled={!isOwn(options, from, to)}
        onClick={() => session.setOptions(withoutLink(options, from, to))}
      >
        {said.likeAll}
      </button>
    </details>
  );
}

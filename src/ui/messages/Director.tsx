/** Who delivers messages: the network by itself, or the learner, one by one. */
import { inFlight } from '../../sim/index.ts';
import { messages as said } from '../../words/index.ts';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** A switch, and while it is on a button for the oldest message. */
export function Director() {
  const { session } = useLab();
  const { world } = useTimeline();
  const isManual = world.delivery === 'manual';
  const oldest = inFlight(world).find(({ held }) => !held);
  return (
    <div className="director">
      <Toggle
        label={said.director}
        note={said.directorHint}
        isOn={isManual}
        onChange={(isOn) => session.do({ type: 'delivery', delivery: isOn ? 'manual' : 'auto' })}
      />
      {isManual && (
        <button
          type="button"
          disabled={oldest === undefined}
          onClick={() =>
            oldest !== undefined && session.do({ type: 'deliver', message: oldest.id })
          }
        >
          {said.deliverNext}
        </button>
      )}
    </div>
  );
}

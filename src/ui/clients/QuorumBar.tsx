/** A majority as a bar: as many slots as servers have a vote, and a line where it is reached; in a joint configuration two. */
import { quorum as said, words } from '../../words/index.ts';
import type { Quorum } from './stages.ts';

/** Filled: held; half: sent and not acknowledged; empty: neither. */
export function QuorumBar({ quorum }: { readonly quorum: Quorum }) {
  const { half, held, sent, size, needed } = quorum;
  const slots = Array.from({ length: size }, (_, place) => ({
    place,
    look: place < held ? 'is-held' : place < held + sent ? 'is-sent' : '',
  }));
  return (
    <span className="quorum" role="img" aria-label={said.label(half, held, size, needed)}>
      {slots.map(({ place, look }) => (
        <span key={place} className={`slot ${look} ${place === needed ? 'is-after-bar' : ''}`}>
          {look === 'is-held' ? said.has : ''}
        </span>
      ))}
      {half !== 'all' && <small>{words.servers.half[half]}</small>}
    </span>
  );
}

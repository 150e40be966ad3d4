/** What a link led to: whether the state is the one that was shared. */
import { type Arrival as Found, isOtherState } from '../../store/index.ts';
import { arrival as said, words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { useLab, useSession } from '../hooks/lab.ts';

function sentence(arrival: Found): string {
  const { found, isOlder, version } = arrival;
  if (found === null) return said.opened;
  if (isOlder) return said.older(version, found);
  return isOtherState(arrival) ? said.other(found) : said.same(found);
}

/** One sentence with the state's fingerprint, until it is dismissed. */
export function Arrival() {
  const { session } = useLab();
  const arrival = useSession(({ arrival }) => arrival);
  if (arrival === null) return null;
  const { found, isOlder } = arrival;
  const isTrouble = isOlder || isOtherState(arrival);
  return (
    <div
      className={isTrouble ? 'arrival trouble' : 'arrival'}
      role="status"
      aria-busy={found === null}
    >
      <span>{sentence(arrival)}</span>
      <Cross label={words.troubles.dismiss} onPress={session.dismissArrival} />
    </div>
  );
}

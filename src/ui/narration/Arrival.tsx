/** What a link led to: whether the state is the one that was shared. */
import { arrival as arrivalWords, words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { useLab, useSession } from '../hooks/lab.ts';

/** One sentence with the state's fingerprint, until it is dismissed. */
export function Arrival() {
  const { session } = useLab();
  const arrival = useSession(({ arrival }) => arrival);
  if (arrival === null) return null;
  const { isSame, isOlder, version, fingerprint } = arrival;
  const said = arrivalWords;
  const text = isOlder
    ? said.older(version, fingerprint)
    : isSame
      ? said.same(fingerprint)
      : said.other(fingerprint);
  return (
    <div className={isSame && !isOlder ? 'arrival' : 'arrival trouble'} role="status">
      <span>{text}</span>
      <Cross label={words.troubles.dismiss} onPress={session.dismissArrival} />
    </div>
  );
}

/**
 * The page on a phone: the sentence, servers as rows, time at the thumb; the rest is in a sheet. On its side the ring has
 * room, and what is said stands beside it.
 */
import { Compared } from '../compare/Compared.tsx';
import { PhoneLesson } from '../course/PhoneLesson.tsx';
import { Header } from '../header/Header.tsx';
import { Modified } from '../header/Modified.tsx';
import { useSession } from '../hooks/lab.ts';
import { useIsSideways } from '../hooks/useIsSideways.ts';
import { Logs } from '../logs/Logs.tsx';
import { Arrival } from '../narration/Arrival.tsx';
import { Narration } from '../narration/Narration.tsx';
import { Troubles } from '../narration/Troubles.tsx';
import { Stage } from '../stage/Stage.tsx';
import { Doors } from '../start/Doors.tsx';
import { DiagramButton, Transport } from '../transport/Transport.tsx';
import { Wondering } from '../wonder/Wondering.tsx';
import { PhoneMore } from './PhoneMore.tsx';
import { PhoneNow } from './PhoneNow.tsx';
import { ServerHead, TrafficLegend } from './ServerHead.tsx';
import '../styles/phone.css';
import '../styles/sideways.css';

/** Everything but menus and dialogs. */
export function PhonePage() {
  const isSideways = useIsSideways();
  return (
    <>
      <div>
        <Header />
        <Modified />
      </div>
      <main className={isSideways ? 'sideways' : 'phone'}>
        {isSideways ? <Sideways /> : <Upright />}
      </main>
      <Transport>
        <div className="phone-row">
          <PhoneMore />
          <DiagramButton />
        </div>
      </Transport>
    </>
  );
}

function Upright() {
  return (
    <>
      <Said />
      <div id="servers" tabIndex={-1}>
        <Logs Head={ServerHead} Signs={TrafficLegend} />
      </div>
      <PhoneNow />
      <PhoneLesson />
    </>
  );
}

/** The lesson comes before the logs: what it asks about is seen in the picture. */
function Sideways() {
  return (
    <>
      <div className="sideways-picture" id="servers" tabIndex={-1}>
        <Stage />
      </div>
      <div className="phone">
        <PhoneLesson />
        <Said />
        <Logs />
        <PhoneNow />
      </div>
    </>
  );
}

function Said() {
  const isCompared = useSession(({ comparison }) => comparison !== null);
  return (
    <>
      <Narration />
      <Troubles />
      <Wondering />
      <Arrival />
      <Doors />
      {isCompared && <Compared />}
    </>
  );
}

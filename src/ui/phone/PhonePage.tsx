/** The page on a phone held upright: the sentence, servers as rows, time at the thumb; the rest is in a sheet. */

import { Compared } from '../compare/Compared.tsx';
import { PhoneLesson } from '../course/PhoneLesson.tsx';
import { Header } from '../header/Header.tsx';
import { Modified } from '../header/Modified.tsx';
import { useSession } from '../hooks/lab.ts';
import { Logs } from '../logs/Logs.tsx';
import { Arrival } from '../narration/Arrival.tsx';
import { Narration } from '../narration/Narration.tsx';
import { Troubles } from '../narration/Troubles.tsx';
import { Doors } from '../start/Doors.tsx';
import { DiagramButton, Transport } from '../transport/Transport.tsx';
import { Wondering } from '../wonder/Wondering.tsx';
import { PhoneMore } from './PhoneMore.tsx';
import { PhoneNow } from './PhoneNow.tsx';
import { ServerHead, TrafficLegend } from './ServerHead.tsx';
import '../styles/phone.css';

/** Everything but menus and dialogs. */
export function PhonePage() {
  const isCompared = useSession(({ comparison }) => comparison !== null);
  return (
    <>
      <div>
        <Header />
        <Modified />
      </div>
      <main className="phone">
        <Narration />
        <Troubles />
        <Wondering />
        <Arrival />
        <Doors />
        {isCompared && <Compared />}
        <div id="servers" tabIndex={-1}>
          <Logs Head={ServerHead} Signs={TrafficLegend} />
        </div>
        <PhoneNow />
        <PhoneLesson />
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

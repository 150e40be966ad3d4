/** On a phone: everything that is not the servers, the sentence and time, in a sheet from below. */
import { words } from '../../words/index.ts';
import { Clients } from '../clients/Clients.tsx';
import { Conditions } from '../conditions/Conditions.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { LinkList } from '../stage/LinkList.tsx';
import { StageTools } from '../stage/StageTools.tsx';
import { SpeedSlider } from '../transport/SpeedSlider.tsx';
import { Frame } from './Frame.tsx';

interface Props {
  /** Whether somebody asked to read what is selected: then that comes first. */
  readonly isReading: boolean;
}

/** Clients, links, what is selected, and the conditions. */
export function Sheet({ isReading }: Props) {
  return (
    <Frame title={words.page.phone.sheetTitle} className="is-sheet">
      {isReading && <Reading />}
      <Clients />
      <section>
        <h3>{words.links.heading}</h3>
        <StageTools />
        <LinkList />
      </section>
      {!isReading && <Reading />}
      <section>
        <h3>{words.page.conditions}</h3>
        <SpeedSlider />
        <Conditions />
      </section>
    </Frame>
  );
}

function Reading() {
  return (
    <section>
      <h3>{words.page.inspector}</h3>
      <Inspector />
    </section>
  );
}

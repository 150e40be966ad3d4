/** On a phone: everything that is not the servers, the sentence and time, in a sheet from below. */
import { words } from '../../words/index.ts';
import { Clients } from '../clients/Clients.tsx';
import { Conditions } from '../conditions/Conditions.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { LinkList } from '../stage/LinkList.tsx';
import { StageTools } from '../stage/StageTools.tsx';
import { SpeedSlider } from '../transport/SpeedSlider.tsx';
import { Frame } from './Frame.tsx';

/** Clients first, then links, what is selected, and the conditions. */
export function Sheet() {
  return (
    <Frame title={words.page.phone.sheetTitle} className="is-sheet">
      <Clients />
      <section>
        <h3>{words.links.heading}</h3>
        <StageTools />
        <LinkList />
      </section>
      <section>
        <h3>{words.inspector.label}</h3>
        <Inspector />
      </section>
      <section>
        <h3>{words.settings.title}</h3>
        <SpeedSlider />
        <Conditions />
      </section>
    </Frame>
  );
}

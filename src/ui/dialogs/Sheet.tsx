/** On a phone: everything that is not the servers, the sentence and time, in a sheet from below. */
import { themeOf } from '../../store/index.ts';
import { views, words } from '../../words/index.ts';
import { Clients } from '../clients/Clients.tsx';
import { Conditions } from '../conditions/Conditions.tsx';
import { useLab, useView } from '../hooks/lab.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { LanguageLinks } from '../languages/LanguageLinks.tsx';
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
      <SpeedSlider />
      <Ways />
      <Clients />
      <section>
        <h3>{words.links.heading}</h3>
        <StageTools />
        <LinkList />
      </section>
      {!isReading && <Reading />}
      <section>
        <h3>{words.page.conditions}</h3>
        <Conditions />
      </section>
    </Frame>
  );
}

// What has a button of its own at the top of a wider page.
function Ways() {
  const { session, view } = useLab();
  const isDark = useView(themeOf) === 'dark';
  return (
    <p className="verbs">
      {(['share', 'branches', 'figure2'] as const).map((panel) => (
        <button key={panel} type="button" onClick={() => view.open(panel)}>
          {words.page[panel]}
        </button>
      ))}
      {(['lessons', 'lab'] as const).map((place) => (
        <button key={place} type="button" onClick={() => view.open(place)}>
          {views[place]}
        </button>
      ))}
      <button type="button" onClick={session.restart}>
        {words.time.restart}
      </button>
      <button type="button" onClick={() => view.prefer({ theme: isDark ? 'light' : 'dark' })}>
        {isDark ? words.page.toLight : words.page.toDark}
      </button>
      <LanguageLinks />
    </p>
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

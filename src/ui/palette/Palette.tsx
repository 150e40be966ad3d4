/** Find an act by typing a part of its name. */
import { Command } from 'cmdk';
import { useMemo, useState } from 'react';
import { palette as said } from '../../words/index.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab } from '../hooks/lab.ts';
import { useLessons } from '../hooks/lessons.ts';
import { perform } from '../shortcuts/perform.ts';
import { type Action, actionsOf, lessonActions } from './actions.ts';
import { eventActions } from './eventActions.ts';
import { found, type Shown, shownOf } from './find.ts';
import { languageActions } from './languageActions.ts';
import '../styles/palette.css';

/** Closes before the act, so that an act may open something itself. */
export function Palette() {
  const lab = useLab();
  // As things stood when it was opened: what has arrived meanwhile is refused with a sentence.
  const lessons = useLessons();
  const actions = useMemo(
    () => [...actionsOf(lab), ...lessonActions(lab, lessons), ...languageActions()],
    [lab, lessons],
  );
  return <Finder actions={actions} words={said} />;
}

/** Find what happened, and go there. */
export function EventPalette() {
  const lab = useLab();
  const actions = useMemo(() => eventActions(lab), [lab]);
  return <Finder actions={actions} words={said.events} />;
}

interface FinderProps {
  readonly actions: readonly Action[];
  readonly words: Readonly<Record<'title' | 'placeholder' | 'none', string>>;
}

function Finder({ actions, words: { title, placeholder, none } }: FinderProps) {
  const lab = useLab();
  const [typed, setTyped] = useState('');
  const hits = found(actions, typed);
  return (
    <Frame title={title} className="is-palette">
      <Command label={title} loop shouldFilter={false}>
        <Command.Input autoFocus placeholder={placeholder} value={typed} onValueChange={setTyped} />
        <Command.List label={title}>
          {hits.length === 0 && <Nothing said={none} />}
          {shownOf(hits).map((shown) => (
            <Group key={shown.group} {...shown} onChoose={({ run }) => perform(lab, run)} />
          ))}
        </Command.List>
      </Command>
    </Frame>
  );
}

/** A list for the ear has something in it, be it only this. */
function Nothing({ said: text }: { readonly said: string }) {
  return (
    <Command.Item value="nothing" className="nothing-found" disabled>
      {text}
    </Command.Item>
  );
}

interface GroupProps extends Shown {
  readonly onChoose: (action: Action) => void;
}

function Group({ group, actions, more, onChoose }: GroupProps) {
  return (
    <Command.Group heading={said.groups[group]}>
      {actions.map((action) => (
        <Command.Item
          key={action.id}
          value={`${group} ${action.id}`}
          onSelect={() => onChoose(action)}
        >
          <span>
            {action.text}
            {action.note !== undefined && <small> {action.note}</small>}
          </span>
          {action.hint !== '' && <kbd>{action.hint}</kbd>}
        </Command.Item>
      ))}
      {more > 0 && <p className="hint">{said.more(more)}</p>}
    </Command.Group>
  );
}

/** What a reader can set once and for all: light, motion, how much is said, and the keys. */
import { useEffect, useState } from 'react';
import type { Motion, Theme, Verbosity } from '../../store/index.ts';
import { keys as keyWords, settingsWords as said, wonders } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { Toggle } from '../controls/Toggle.tsx';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab, useView } from '../hooks/lab.ts';
import { holderOf, keyOf, shownOf } from '../shortcuts/keyMap.ts';
import { acts, type Shortcut } from '../shortcuts/table.ts';
import '../styles/panels.css';

const options = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));

/** What the choice calls "as the system says" is null in the view. */
const system = 'system';
const chosen = <T extends string>(value: string): T | null =>
  value === system ? null : (value as T);

/** The dialog of settings. */
export function Settings() {
  const { view } = useLab();
  const theme = useView(({ theme }) => theme);
  const motion = useView(({ motion }) => motion);
  const verbosity = useView(({ verbosity }) => verbosity);
  const isWondering = useView(({ isWondering }) => isWondering);
  return (
    <Frame title={said.title} intro={said.intro} className="is-wide">
      <div className="fields">
        <Choice
          label={said.theme}
          value={theme ?? system}
          options={options(said.themes)}
          onChange={(value) => view.prefer({ theme: chosen<Theme>(value) })}
        />
        <Choice
          label={said.motion}
          value={motion ?? system}
          options={options(said.motions)}
          onChange={(value) => view.prefer({ motion: chosen<Motion>(value) })}
        />
        <Choice
          label={said.verbosity}
          value={verbosity}
          options={options(said.verbosities)}
          onChange={(value) => view.prefer({ verbosity: value as Verbosity })}
        />
      </div>
      <Toggle
        label={wonders.setting}
        note={wonders.settingHint}
        isOn={isWondering}
        onChange={(isWondering) => view.prefer({ isWondering })}
      />
      <p className="verbs">
        <button type="button" onClick={() => view.prefer({ isWelcome: true })}>
          {said.welcome}
        </button>
      </p>
      <Keys />
    </Frame>
  );
}

function Keys() {
  const { view } = useLab();
  const keyMap = useView(({ keyMap }) => keyMap);
  const [waiting, setWaiting] = useState<Shortcut | null>(null);
  const [trouble, setTrouble] = useState('');
  useNextKey(
    waiting,
    (key) => {
      const holder = waiting === null ? undefined : holderOf(key, keyMap);
      const isTaken = holder !== undefined && holder.id !== waiting?.id;
      setTrouble(isTaken ? said.taken(key, keyWords.does[holder.id]) : '');
      if (waiting !== null && !isTaken) view.prefer({ keyMap: { ...keyMap, [waiting.id]: key } });
      setWaiting(null);
    },
    () => setWaiting(null),
  );
  return (
    <section>
      <h3>{said.keys}</h3>
      <p className="hint">{said.keysHint}</p>
      <p role="status" className="field-trouble">
        {trouble}
      </p>
      <ul className="key-settings">
        {acts.map((shortcut) => {
          const does = keyWords.does[shortcut.id];
          const key = shownOf(shortcut, keyMap)[0] ?? '';
          const isWaiting = waiting?.id === shortcut.id;
          return (
            <li key={shortcut.id}>
              <span>{does}</span>
              <button
                type="button"
                aria-label={isWaiting ? said.press : said.change(does, key)}
                onClick={() => setWaiting(shortcut)}
              >
                {isWaiting ? said.press : key}
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        disabled={Object.keys(keyMap).length === 0}
        onClick={() => view.prefer({ keyMap: {} })}
      >
        {said.back}
      </button>
    </section>
  );
}

/** While somebody waits for a key, the next one is theirs; Escape is nobody's. */
function useNextKey(
  waiting: Shortcut | null,
  take: (key: string) => void,
  leave: () => void,
): void {
  useEffect(() => {
    if (waiting === null) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Tab') event.preventDefault();
      event.stopImmediatePropagation();
      const key = keyOf(event);
      if (key !== null) take(key);
      else if (event.key === 'Escape' || event.key === 'Tab') leave();
    };
    addEventListener('keydown', hear, { capture: true });
    return () => removeEventListener('keydown', hear, { capture: true });
  });
}

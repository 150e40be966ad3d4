/** What each key does, from the table that makes them do it. */
import { useId } from 'react';
import { legend, type Meaning } from '../../viz/index.ts';
import { glossary, keys } from '../../words/index.ts';
import { useLab, useView } from '../hooks/lab.ts';
import { LanguageLinks } from '../languages/LanguageLinks.tsx';
import { type Shortcut, shortcuts } from '../shortcuts/table.ts';
import { Frame } from './Frame.tsx';
import '../styles/panels.css';

const groups = Object.keys(keys.groups) as (keyof typeof keys.groups)[];

/** The keys, by what they are about. */
export function Help() {
  const { view } = useLab();
  return (
    <Frame title={keys.title} intro={keys.intro} className="is-wide">
      <div className="help">
        {groups.map((group) => (
          <section key={group}>
            <h3>{keys.groups[group]}</h3>
            <dl className="key-list">
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <Line key={shortcut.id} shortcut={shortcut} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <LetterKeys />
      <Signs />
      <section>
        <h3>{keys.languages}</h3>
        <p className="verbs">
          <LanguageLinks />
          <button type="button" onClick={() => view.open('glossary')}>
            {glossary.title}
          </button>
        </p>
      </section>
    </Frame>
  );
}

/** Off for whoever speaks to the page: a dictated word is a row of single keys. */
function LetterKeys() {
  const { view } = useLab();
  const hasLetterKeys = useView(({ hasLetterKeys }) => hasLetterKeys);
  const id = useId();
  return (
    <div className="letter-keys">
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={hasLetterKeys}
          aria-describedby={id}
          checked={hasLetterKeys}
          onChange={({ target }) => view.setLetterKeys(target.checked)}
        />
        {keys.letters}
      </label>
      <p className="hint" id={id}>
        {keys.lettersHint}
      </p>
    </div>
  );
}

const meanings = Object.keys(legend) as Meaning[];

function Signs() {
  return (
    <section>
      <h3>{keys.signs}</h3>
      <ul className="sign-list">
        {meanings.map((meaning) => (
          <li key={meaning}>
            <svg className="legend-sign term-1" viewBox="-16 -16 32 32" aria-hidden="true">
              {legend[meaning].map(([paint, path]) => (
                <path key={path} className={`legend-${paint}`} d={path} />
              ))}
            </svg>
            {keys.meanings[meaning]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ shortcut }: { readonly shortcut: Shortcut }) {
  return (
    <div>
      <dt>
        {shortcut.shown.map((key, place) => (
          <span key={key}>
            {place > 0 && <span className="or"> {keys.or} </span>}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{keys.does[shortcut.id]}</dd>
    </div>
  );
}

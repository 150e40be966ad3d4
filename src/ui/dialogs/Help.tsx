/** What each key does, from the table that makes them do it. */
import { useId } from 'react';
import { diagramLegend, legend, type Sign } from '../../viz/index.ts';
import { glossary, hands, keys } from '../../words/index.ts';
import { useLab, useView } from '../hooks/lab.ts';
import { LanguageLinks } from '../languages/LanguageLinks.tsx';
import { shownOf } from '../shortcuts/keyMap.ts';
import { perform } from '../shortcuts/perform.ts';
import { noActs, type Shortcut, shortcuts } from '../shortcuts/table.ts';
import { Frame } from './Frame.tsx';
import '../styles/panels.css';
import '../styles/signs.css';

const groups = Object.keys(keys.groups) as (keyof typeof keys.groups)[];

/** The keys, by what they are about. */
export function Help({ isLegend }: { readonly isLegend: boolean }) {
  const { view } = useLab();
  return (
    <Frame title={keys.title} intro={keys.intro} className="is-wide">
      <p className="verbs">
        <button type="button" onClick={() => view.open('legend')}>
          {keys.toSigns}
        </button>
        <button type="button" onClick={() => view.open('glossary')}>
          {glossary.title}
        </button>
      </p>
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
      <Hands />
      <Signs title={keys.signs} signs={legend} meanings={keys.meanings} isAsked={isLegend} />
      <Signs title={keys.diagramSigns} signs={diagramLegend} meanings={keys.diagramMeanings} />
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

/** What no key is shown for beside a button: nobody would find it. */
function Hands() {
  const { title, gestures } = hands;
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-list hand-list">
        {Object.entries(gestures).map(([id, { by, does }]) => (
          <div key={id}>
            <dt>{by}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
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
          onChange={({ target }) => view.prefer({ hasLetterKeys: target.checked })}
        />
        {keys.letters}
      </label>
      <p className="hint" id={id}>
        {keys.lettersHint}
      </p>
    </div>
  );
}

/** For whoever does not see the page the focus is what comes into view. */
function bringIntoView(section: HTMLElement | null): void {
  section?.scrollIntoView();
  section?.focus({ preventScroll: true });
}

interface SignsProps<Meaning extends string> {
  readonly title: string;
  readonly signs: Readonly<Record<Meaning, Sign>>;
  readonly meanings: Readonly<Record<Meaning, string>>;
  /** Whether they are what was asked for. */
  readonly isAsked?: boolean;
}

function Signs<Meaning extends string>({
  title,
  signs,
  meanings,
  isAsked = false,
}: SignsProps<Meaning>) {
  return (
    <section ref={isAsked ? bringIntoView : null} tabIndex={-1} aria-label={title}>
      <h3>{title}</h3>
      <ul className="sign-list">
        {(Object.keys(signs) as Meaning[]).map((meaning) => (
          <li key={meaning}>
            <svg className="legend-sign term-1" viewBox="-16 -16 32 32" aria-hidden="true">
              {signs[meaning].map(([paint, path]) => (
                <path key={`${paint}/${path}`} className={`legend-${paint}`} d={path} />
              ))}
            </svg>
            {meanings[meaning]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ shortcut }: { readonly shortcut: Shortcut }) {
  const keyMap = useView(({ keyMap }) => keyMap);
  const lab = useLab();
  const { id } = shortcut;
  return (
    <div>
      <dt>
        {shownOf(shortcut, keyMap).map((key, place) => (
          <span key={key}>
            {place > 0 && <span className="or"> {keys.or} </span>}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>
        {noActs.has(id) ? (
          keys.does[id]
        ) : (
          <button
            type="button"
            className="link"
            onClick={() => perform(lab, () => shortcut.run(lab, ''))}
          >
            {keys.does[id]}
          </button>
        )}
      </dd>
    </div>
  );
}

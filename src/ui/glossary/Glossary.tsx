/** Every term of the protocol, for whoever reads them one after the other. */
import { useState } from 'react';
import { type GlossaryTerm, glossary as said } from '../../words/index.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { Definition } from './Term.tsx';
import '../styles/glossary.css';

const terms = Object.keys(said.terms) as GlossaryTerm[];

/** All of them, or those that hold what is typed. */
export function Glossary() {
  const [sought, setSought] = useState('');
  const found = terms.filter((term) =>
    `${said.terms[term]} ${said.meanings[term]}`.toLowerCase().includes(sought.toLowerCase()),
  );
  return (
    <Frame title={said.title} intro={said.intro} className="is-wide">
      <input
        type="search"
        className="glossary-search"
        aria-label={said.search}
        placeholder={said.search}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      {found.length === 0 && <p className="hint">{said.none}</p>}
      <ul className="glossary" aria-label={said.title}>
        {found.map((term) => (
          <li key={term}>
            <Definition term={term} />
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** Which lines of Figure 2, and of what came after it, the search has come through so far: a cell each. */
import { type RuleId, ruleIds } from '../../../raft/index.ts';
import { figure2, labSearch as said, words } from '../../../words/index.ts';
import { useSearch } from './searching.ts';

export function Coverage() {
  const rules = useSearch(({ tally }) => tally.rules);
  const obeyed = new Set(rules);
  const label = said.coverage(obeyed.size, ruleIds.length);
  return (
    <section className="coverage">
      <h3>{label}</h3>
      <ul aria-label={label}>
        {ruleIds.map((id) => (
          <Cell key={id} id={id} isObeyed={obeyed.has(id)} />
        ))}
      </ul>
    </section>
  );
}

function Cell({ id, isObeyed }: { readonly id: RuleId; readonly isObeyed: boolean }) {
  return (
    <li
      className={isObeyed ? 'is-obeyed' : ''}
      title={`${words.citation(id)} · ${figure2.lines[id]}`}
    >
      {id}
      <span className="hidden"> {isObeyed ? said.obeyed : said.notObeyed}</span>
    </li>
  );
}

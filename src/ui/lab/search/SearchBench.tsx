/** Search: what to search for beside what has come of it. */

import { Coverage } from './Coverage.tsx';
import { Found } from './Found.tsx';
import { Progress } from './Progress.tsx';
import { SearchForm } from './SearchForm.tsx';
import { useSearch } from './searching.ts';
import '../../styles/benches.css';

export function SearchBench() {
  const hasBegun = useSearch(({ stage }) => stage !== 'idle');
  return (
    <div className="two-sided">
      <SearchForm />
      <section className="outcome">
        <Progress />
        <Found />
        {hasBegun && <Coverage />}
      </section>
    </div>
  );
}

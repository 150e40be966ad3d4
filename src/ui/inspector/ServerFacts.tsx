/** One server, with every field of Figure 2. */
import { type Entry, type Leader, log as logs, type Server } from '../../raft/index.ts';
import { conditionOf } from '../../sim/index.ts';
import { inspector, words } from '../../words/index.ts';
import { Labelled } from '../glossary/Labelled.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { entryText } from '../logs/configuration.ts';
import { serverVerbs } from '../stage/serverVerbs.ts';
import { VerbButtons } from '../stage/VerbButtons.tsx';
import { FactList } from './FactList.tsx';
import {
  candidateFacts,
  durableFacts,
  officeFacts,
  sessionFacts,
  volatileFacts,
} from './serverFacts.ts';

const said = inspector.server;

/** Its state on disk and in memory, what it knows as leader or candidate, and its log. */
export function ServerFacts({ id }: { readonly id: number }) {
  const lab = useLab();
  const { world, run } = useTimeline();
  const server = world.servers[id];
  if (server === undefined) return null;
  return (
    <section>
      <h3>
        {run.setup.names[id]} <small>{words.conditions[conditionOf(world, id)]}</small>
      </h3>
      <VerbButtons
        of={run.setup.names[id] ?? ''}
        verbs={serverVerbs(lab, id).filter((verb) => verb.id !== 'inspect')}
      />
      <FactList title={said.durable} facts={durableFacts(world, server)} />
      <FactList title={said.volatile} facts={volatileFacts(world, server)} />
      <FactList title={said.asking} facts={candidateFacts(world, server)} />
      <FactList title={said.office} facts={officeFacts(world, server)} />
      {server.role === 'leader' && <ProgressTable leader={server} names={run.setup.names} />}
      <FactList title={said.sessions} facts={sessionFacts(world, server)} />
      <LogLine server={server} names={run.setup.names} />
    </section>
  );
}

function ProgressTable({ leader, names }: { leader: Leader; names: readonly string[] }) {
  const { follower, nextIndex, matchIndex } = inspector.progress;
  return (
    <section className="fact-group">
      <h4>{said.leading}</h4>
      <table className="progress">
        <thead>
          <tr>
            <th scope="col">
              <Labelled label={follower} />
            </th>
            <th scope="col">
              <Labelled label={nextIndex} />
            </th>
            <th scope="col">
              <Labelled label={matchIndex} />
            </th>
          </tr>
        </thead>
        <tbody>
          {leader.progress.map((known, id) =>
            known === null ? null : (
              <tr key={names[id]}>
                <th scope="row">{names[id]}</th>
                <td>{known.nextIndex}</td>
                <td>{known.matchIndex}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

/** So many entries at the end of the log are written out. */
const shown = 12;

interface LogLineProps {
  readonly server: Server;
  readonly names: readonly string[];
}

function LogLine({ server, names }: LogLineProps) {
  const last = logs.lastIndex(server.log);
  const from = Math.max(server.log.snapshotIndex + 1, last - shown + 1);
  const entries = logs.slice(server.log, from, last);
  const { log, initialConfiguration } = server;
  return (
    <section className="fact-group">
      <h4>{said.log}</h4>
      {entries.length === 0 && <p className="hint">{said.emptyLog}</p>}
      {from > 1 && <p className="hint">{words.logs.earlier(from - 1)}</p>}
      <ol className="entry-list" start={from}>
        {indexed(from, entries).map(({ index, entry }) => (
          <LogItem
            key={index}
            text={entryText(names, log, initialConfiguration, index)?.short ?? ''}
            term={entry.term}
          />
        ))}
      </ol>
    </section>
  );
}

const indexed = (from: number, entries: readonly Entry[]) =>
  entries.map((entry, place) => ({ index: from + place, entry }));

function LogItem({ text, term }: { readonly text: string; readonly term: number }) {
  return (
    <li>
      <code>{text}</code> <small>{words.servers.term(term)}</small>
    </li>
  );
}

/** Figure 2 beside the run: what shaped the last event is lit, with its numbers; a line leads to all its moments. */
import { ArrowLeft } from 'lucide';
import { useState } from 'react';
import { type RuleId, ruleIds, rules } from '../../raft/index.ts';
import type { Event } from '../../sim/index.ts';
import {
  annalOf,
  annalsOf,
  type Filled,
  momentOf,
  recentOf,
  substituted,
  timesObeyed,
  whenObeyed,
} from '../../timeline/index.ts';
import { figure2 as said, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { termsOfGroups } from '../glossary/labels.ts';
import { Term } from '../glossary/Term.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import '../styles/panels.css';
import '../styles/figure2.css';

type Group = keyof typeof said.groups;

/** The six boxes of the paper; the rest is there where the run has used it. */
const ofThePaper = new Set<Group>([
  'AppendEntries',
  'RequestVote',
  'AllServers',
  'Followers',
  'Candidates',
  'Leaders',
]);

function GroupName({ group }: { readonly group: Group }) {
  const term = termsOfGroups[group];
  const name = said.groups[group];
  return term === undefined ? name : <Term term={term}>{name}</Term>;
}

/** All lines, or the moments of one. */
export function Figure2() {
  const [chosen, setChosen] = useState<RuleId | null>(null);
  return chosen === null ? (
    <Lines onChoose={setChosen} />
  ) : (
    <Moments rule={chosen} onBack={() => setChosen(null)} />
  );
}

function Lines({ onChoose }: { readonly onChoose: (rule: RuleId) => void }) {
  const timeline = useTimeline();
  const annals = annalsOf(timeline);
  const last = recentOf(timeline).findLast(({ rules: { ids } }) => ids.length > 0) ?? null;
  const groups = (Object.keys(said.groups) as Group[]).filter(
    (group) =>
      ofThePaper.has(group) ||
      ruleIds.some((id) => rules[id].group === group && timesObeyed(annals, id) > 0),
  );
  return (
    <div className="figure2">
      <p className="hint">{said.intro}</p>
      {last !== null && <JustNow event={last} onChoose={onChoose} />}
      {groups.map((group) => (
        <section key={group}>
          <h3>
            <GroupName group={group} />
          </h3>
          <ol>
            {ruleIds
              .filter((id) => rules[id].group === group)
              .map((id) => (
                <Line
                  key={id}
                  id={id}
                  event={last?.rules.ids.includes(id) === true ? last : null}
                  times={timesObeyed(annals, id)}
                  onChoose={() => onChoose(id)}
                />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface JustNowProps {
  readonly event: Event;
  readonly onChoose: (rule: RuleId) => void;
}

// The lines that are lit, together, since they may stand far from each other below.
function JustNow({ event, onChoose }: JustNowProps) {
  const timeline = useTimeline();
  const annals = annalsOf(timeline);
  const server = event.server === null ? '' : (timeline.run.setup.names[event.server] ?? '');
  return (
    <section className="just-now" aria-label={said.justNow}>
      <h3>{said.at(server, words.moment(event.time))}</h3>
      <ol>
        {event.rules.ids.map((id) => (
          <Line
            key={id}
            id={id}
            event={event}
            times={timesObeyed(annals, id)}
            onChoose={() => onChoose(id)}
          />
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly id: RuleId;
  /** The last event, where this line shaped it. */
  readonly event: Event | null;
  readonly times: number;
  readonly onChoose: () => void;
}

function Line({ id, event, times, onChoose }: LineProps) {
  const values = event === null ? [] : substituted(event, id);
  return (
    <li className={event === null ? '' : 'is-lit'} aria-current={event === null ? undefined : true}>
      <button type="button" disabled={times === 0} onClick={onChoose}>
        <b>{id}</b>
        <span>{said.lines[id]}</span>
        <small>{times === 0 ? said.never : said.obeyed(times)}</small>
      </button>
      {values.length > 0 && <Values values={values} />}
    </li>
  );
}

function Values({ values }: { readonly values: readonly Filled[] }) {
  const { names } = useTimeline().run.setup;
  return (
    <p className="figure2-values">
      {values.map(([name, value, kind]) => (
        <span key={name}>
          {said.values[name] ?? name}{' '}
          <b>{value === null ? words.page.none : kind === 'server' ? names[value] : value}</b>
        </span>
      ))}
    </p>
  );
}

const most = 100;

interface MomentsProps {
  readonly rule: RuleId;
  readonly onBack: () => void;
}

function Moments({ rule, onBack }: MomentsProps) {
  const { session } = useLab();
  const timeline = useTimeline();
  const annals = annalsOf(timeline);
  const { names } = timeline.run.setup;
  const here = momentOf(timeline).seq;
  const seqs = whenObeyed(annals, rule, annals.last, most);
  const left = timesObeyed(annals, rule) - seqs.length;
  return (
    <section className="figure2">
      <button type="button" className="quiet" onClick={onBack}>
        <Icon of={ArrowLeft} size={16} />
        {said.back}
      </button>
      <h3>
        {rule} · {said.lines[rule]}
      </h3>
      <p className="hint">{words.citation(rule)}</p>
      <ul aria-label={said.times(rule)}>
        {seqs.map((seq) => {
          const { server, time } = annalOf(annals, seq);
          const name = server === null ? '' : (names[server] ?? '');
          return (
            <li key={seq}>
              <button
                type="button"
                className="link"
                aria-current={seq === here ? true : undefined}
                onClick={() => session.seekSeq(seq)}
              >
                {said.at(name, words.moment(time))}
              </button>
            </li>
          );
        })}
      </ul>
      {left > 0 && <p className="hint">{said.more(left)}</p>}
    </section>
  );
}

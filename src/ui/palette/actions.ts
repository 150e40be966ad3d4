/** Every act of the page by its name: what the keys do, what can be done to each server, where one can leap to. */
import { lessons } from '../../lessons/index.ts';
import { conditionOf } from '../../sim/index.ts';
import { chooseLanguage, type Jump, jumps } from '../../store/index.ts';
import { glossary, keys, palette as said, words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { otherPages } from '../languages/otherPages.ts';
import { shortcuts } from '../shortcuts/table.ts';
import { crewVerbs } from '../stage/crewVerbs.ts';

export interface Action {
  readonly id: string;
  readonly group: keyof typeof said.groups;
  readonly text: string;
  /** The key that does the same, as it is shown. */
  readonly hint: string;
  readonly run: () => void;
}

/** All that can be done now. */
export function actionsOf(lab: Lab): readonly Action[] {
  return [
    ...ofKeys(lab),
    ofGlossary(lab),
    ...ofLanguages(),
    ...ofServers(lab),
    ...ofJumps(lab),
    ...ofLessons(lab),
  ];
}

/** Keys that mean another thing at each press, or that close what is open, are no acts of their own. */
const noAct = new Set(['select', 'close', 'palette']);

const ofKeys = (lab: Lab): readonly Action[] =>
  shortcuts
    .filter(({ id }) => !noAct.has(id))
    .map(({ id, group, shown, run }) => ({
      id,
      group,
      text: keys.does[id],
      hint: shown[0] ?? '',
      run: () => run(lab, ''),
    }));

const ofGlossary = ({ view }: Lab): Action => ({
  id: 'glossary',
  group: 'page',
  text: glossary.title,
  hint: '',
  run: () => view.open('glossary'),
});

const ofLanguages = (): readonly Action[] =>
  otherPages().map(({ hreflang, title, href }) => ({
    id: `language ${hreflang}`,
    group: 'page',
    text: said.language(title),
    hint: '',
    run: () => {
      chooseLanguage(hreflang);
      location.assign(href + location.hash);
    },
  }));

function ofServers({ session, view }: Lab): readonly Action[] {
  const { world, run } = session.store.getState().timeline;
  return run.setup.names.flatMap((name, server) => {
    const condition = conditionOf(world, server);
    const act = (
      type: 'crash' | 'restart' | 'pause' | 'resume' | 'timeout',
      isPossible: boolean,
    ): readonly Action[] =>
      isPossible ? [of(type, words.verbs[type], () => void session.do({ type, server }))] : [];
    const of = (id: string, verb: string, does: () => void): Action => ({
      id: `${id} ${server}`,
      group: 'server',
      text: said.ofServer(verb, name),
      hint: '',
      run: does,
    });
    return [
      ...act('crash', condition !== 'crashed'),
      ...act('restart', condition === 'crashed'),
      ...act('pause', condition === 'running'),
      ...act('resume', condition === 'paused'),
      ...act('timeout', condition === 'running'),
      ...crewVerbs(session, world, server)
        .filter(({ isPossible }) => isPossible)
        .map(({ id, text, run: does }) => of(id, text, does)),
      of('inspect', words.verbs.inspect, () => {
        view.select({ kind: 'server', server });
        view.open('inspector');
      }),
    ];
  });
}

const ofJumps = ({ session }: Lab): readonly Action[] =>
  (Object.keys(jumps) as Jump[]).flatMap((jump): readonly Action[] => [
    {
      id: `next ${jump}`,
      group: 'jumps',
      text: said.nextOf(said.marks[jump]),
      hint: '',
      run: () => session.nextLandmark(jump),
    },
    {
      id: `previous ${jump}`,
      group: 'jumps',
      text: said.previousOf(said.marks[jump]),
      hint: '',
      run: () => session.previousLandmark(jump),
    },
  ]);

const ofLessons = (lab: Lab): readonly Action[] =>
  lessons.map((lesson) => ({
    id: lesson.slug,
    group: 'scenarios',
    text: words.scenario.numbered(lesson.number, lesson.title),
    hint: '',
    run: () =>
      void import('../scenario/open.ts').then(async ({ openLesson }) =>
        lab.session.say(await openLesson(lab, lesson)),
      ),
  }));

/** Every act of the page by its name: what the keys do, what can be done to each thing. */
import type { Lesson } from '../../lessons/index.ts';
import { inFlight } from '../../sim/index.ts';
import { treeOf } from '../../timeline/index.ts';
import { inspector, keys, palette as said, words } from '../../words/index.ts';
import { numberedName } from '../branches/branchName.ts';
import { branchVerbs } from '../branches/branchVerbs.ts';
import type { Lab } from '../hooks/lab.ts';
import { messageVerbs, readingVerbs } from '../messages/messageVerbs.ts';
import { shownOf } from '../shortcuts/keyMap.ts';
import { acts } from '../shortcuts/table.ts';
import { pairsOf } from '../stage/LinkList.tsx';
import { linkVerbs } from '../stage/linkVerbs.ts';
import { serverVerbs } from '../stage/serverVerbs.ts';
import type { Verb } from '../stage/verbs.ts';

export interface Action {
  readonly id: string;
  readonly group: keyof typeof said.groups;
  readonly text: string;
  /** The key that does the same, as it is shown. */
  readonly hint: string;
  /** What tells it from another of the same name. */
  readonly note?: string;
  readonly run: () => void;
}

/** All that can be done now, beside opening a lesson. */
export function actionsOf(lab: Lab): readonly Action[] {
  return [
    ...ofKeys(lab),
    ...ofServers(lab),
    ...ofLinks(lab),
    ...ofMessages(lab),
    ...ofBranches(lab),
  ];
}

function ofKeys(lab: Lab): readonly Action[] {
  const { keyMap } = lab.view.store.getState();
  // The palette is open already.
  return acts
    .filter(({ id }) => id !== 'palette')
    .map((shortcut) => ({
      id: shortcut.id,
      group: shortcut.group,
      text: keys.does[shortcut.id],
      hint: shownOf(shortcut, keyMap)[0] ?? '',
      run: () => shortcut.run(lab, ''),
    }));
}

/** Verbs of one thing as acts; those that would be refused are left out. */
const ofThing = <One extends Verb>(
  group: Action['group'],
  thing: string,
  verbs: readonly One[],
  textOf: (verb: One) => string,
): readonly Action[] =>
  verbs
    .filter(({ isPossible }) => isPossible)
    .map((verb) => ({
      id: `${verb.id} ${thing}`,
      group,
      text: textOf(verb),
      // The key would act on what is selected, which this need not be.
      hint: '',
      run: verb.run,
    }));

function ofServers(lab: Lab): readonly Action[] {
  const { names } = lab.session.store.getState().timeline.run.setup;
  return names.flatMap((name, server) => [
    {
      id: `select ${server}`,
      group: 'server' as const,
      text: said.ofServer(said.select, name),
      hint: String(server + 1),
      run: () => lab.view.select({ kind: 'server', server }),
    },
    ...ofThing('server', String(server), serverVerbs(lab, server), ({ text }) =>
      said.ofServer(text, name),
    ),
  ]);
}

function ofLinks(lab: Lab): readonly Action[] {
  const { names } = lab.session.store.getState().timeline.run.setup;
  return pairsOf(names.length).flatMap(({ a, b }) => {
    const [nameA = '', nameB = ''] = [names[a], names[b]];
    return ofThing('links', `${a}-${b}`, linkVerbs(lab, a, b), ({ id }) =>
      said.ofLink[id](nameA, nameB),
    );
  });
}

function ofMessages(lab: Lab): readonly Action[] {
  const { world, run } = lab.session.store.getState().timeline;
  const { kinds, line } = inspector.flight;
  const { names } = run.setup;
  return inFlight(world).flatMap((envelope) => {
    const { id, message, at } = envelope;
    const what = line(
      kinds[message.type] ?? '',
      names[message.from] ?? '',
      names[message.to] ?? '',
    );
    const due = inspector.flight.in(words.duration(Math.max(0, at - world.time)));
    const verbs = [...messageVerbs(lab, envelope), ...readingVerbs(lab, id)];
    return ofThing('messages', String(id), verbs, ({ id: verb }) => said.ofMessage[verb](what)).map(
      (action) => ({ ...action, note: due }),
    );
  });
}

function ofBranches(lab: Lab): readonly Action[] {
  const tree = treeOf(lab.session.store.getState().timeline);
  return tree.branches.flatMap((branch) => {
    const name = numberedName(tree, branch);
    return ofThing('branches', String(branch.id), branchVerbs(lab, branch), ({ id }) =>
      said.ofBranch[id](name),
    );
  });
}

/** Opening each lesson of the course. */
export const lessonActions = (lab: Lab, lessons: readonly Lesson[]): readonly Action[] =>
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

/** The whole of a file. The same schema validates what is read and is published for editors. */
import * as v from 'valibot';
import { configuration, keyValues, learners, log } from './entries.ts';
import { expectation } from './expect.ts';
import { options, profile, rulesOff } from './options.ts';
import {
  type About,
  either,
  integer,
  isArray,
  listOf,
  looseMap,
  mapOf,
  mapWith,
  notYet,
  oneOf,
  say,
  serverKey,
  serverName,
  text,
  whole,
  yesNo,
} from './pieces.ts';
import { stepList } from './steps.ts';

export const maxServers = 101;

const playable = ['follower', 'candidate', 'leader'];
const role = notYet(oneOf(['follower', 'preCandidate', 'candidate', 'leader', 'learner']), (name) =>
  playable.includes(name),
);

/** What one server starts with: any part of its state. */
const initialServer = (about: About) => {
  const server = serverName(about);
  const perServer = (least: number) => v.exactOptional(mapOf(serverKey(about), whole(least)));
  return v.pipe(
    mapWith({
      role: v.exactOptional(role),
      running: v.exactOptional(yesNo),
      currentTerm: v.exactOptional(whole(0)),
      votedFor: v.exactOptional(v.nullable(server)),
      log: v.exactOptional(log(about)),
      commitIndex: v.exactOptional(whole(0)),
      lastApplied: v.exactOptional(whole(0)),
      leader: v.exactOptional(v.nullable(server)),
      kv: v.exactOptional(keyValues),
      config: v.exactOptional(configuration(about)),
      learners: v.exactOptional(learners(about)),
      snapshot: v.exactOptional(notYet(v.unknown(), (given) => given === null)),
      nextIndex: perServer(1),
      matchIndex: perServer(0),
      votesGranted: v.exactOptional(listOf(server)),
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const [key, problem] of impossible(dataset.value))
        addIssue({
          message: say(problem),
          path: [
            {
              type: 'object',
              origin: 'value',
              input: dataset.value,
              key,
              value: dataset.value[key as keyof typeof dataset.value],
            },
          ],
        });
    }),
  );
};

interface Given {
  readonly role?: string;
  readonly log?: readonly unknown[];
  readonly commitIndex?: number;
  readonly lastApplied?: number;
  readonly nextIndex?: Readonly<Record<string, number>>;
  readonly matchIndex?: Readonly<Record<string, number>>;
  readonly votesGranted?: readonly string[];
}

type Impossible = readonly [
  keyof Given,
  'beyondLog' | 'appliedBeyondCommit' | 'notForRole' | 'matchBeyondNext',
];

function impossible(given: Given): readonly Impossible[] {
  const { role: as, commitIndex = 0, lastApplied, nextIndex, matchIndex, votesGranted } = given;
  const length = given.log?.length ?? 0;
  const found: Impossible[] = [];
  if (commitIndex > length) found.push(['commitIndex', 'beyondLog']);
  if ((lastApplied ?? 0) > commitIndex) found.push(['lastApplied', 'appliedBeyondCommit']);
  if (as !== 'leader' && nextIndex !== undefined) found.push(['nextIndex', 'notForRole']);
  if (as !== 'leader' && matchIndex !== undefined) found.push(['matchIndex', 'notForRole']);
  if (as !== 'candidate' && votesGranted !== undefined) found.push(['votesGranted', 'notForRole']);
  const isAhead = Object.entries(matchIndex ?? {}).some(
    ([name, index]) => index >= (nextIndex?.[name] ?? length + 1),
  );
  if (isAhead) found.push(['matchIndex', 'matchBeyondNext']);
  return found;
}

const serverCount = v.pipe(
  v.number(say('number')),
  v.safeInteger(say('wholeNumber')),
  v.minValue(1, say('serverCount', 1, maxServers)),
  v.maxValue(maxServers, say('serverCount', 1, maxServers)),
);

const nameList = v.pipe(
  listOf(v.pipe(text, v.minLength(1, say('empty')))),
  v.minLength(1, say('serverCount', 1, maxServers)),
  v.maxLength(maxServers, say('serverCount', 1, maxServers)),
);

const schedule = ['auto', 'manual'] as const;

/** The schema of a file whose servers are `about.names`. */
export function fileSchema(about: About): v.GenericSchema {
  const expected = expectation(about);
  const steps = stepList(about, expected);
  const initial = mapOf(serverKey(about), initialServer(about));
  const varied = {
    options: v.exactOptional(options(about)),
    rulesOff: v.exactOptional(rulesOff),
    initial: v.exactOptional(initial),
    steps: v.exactOptional(steps),
  };
  const lesson = looseMap({
    goal: v.exactOptional(expected),
    solution: v.exactOptional(steps),
  });
  return mapWith({
    $schema: v.exactOptional(text),
    quorate: v.literal(1, say('version')),
    title: v.exactOptional(text),
    refs: v.exactOptional(listOf(text)),
    profile: v.exactOptional(profile),
    seed: v.exactOptional(integer),
    servers: v.exactOptional(either(about, 'servers', isArray, nameList, serverCount)),
    names: v.exactOptional(nameList),
    timers: v.exactOptional(oneOf(schedule)),
    delivery: v.exactOptional(oneOf(schedule)),
    ...varied,
    lesson: v.exactOptional(lesson),
    runs: v.exactOptional(mapOf(v.string(), mapWith(varied))),
  });
}

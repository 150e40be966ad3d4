/** The whole of a file. The same schema validates what is read and is published for editors. */
import * as v from 'valibot';
import { mostServers } from '../../sim/index.ts';
import { isArray } from '../values.ts';
import { initialServer } from './initial.ts';
import { lesson } from './lesson.ts';
import { options, profile, rulesOff } from './options.ts';
import {
  type About,
  either,
  integer,
  listOf,
  mapOf,
  mapWith,
  oneOf,
  say,
  serverKey,
  text,
} from './pieces.ts';
import { stepList } from './steps.ts';

const serverCount = v.pipe(
  v.number(say('number')),
  v.safeInteger(say('wholeNumber')),
  v.minValue(1, say('serverCount', 1, mostServers)),
  v.maxValue(mostServers, say('serverCount', 1, mostServers)),
);

const nameList = v.pipe(
  listOf(v.pipe(text, v.minLength(1, say('empty')))),
  v.minLength(1, say('serverCount', 1, mostServers)),
  v.maxLength(mostServers, say('serverCount', 1, mostServers)),
);

const schedule = ['auto', 'manual'] as const;

// What a lesson leads to may speak of servers that joined on the way.
function inTheEnd(about: About): About {
  const names = about.namesFrom(null);
  return names === about.names ? about : { ...about, names, definitions: {} };
}

/** The schema of a file whose servers are `about.names`. */
export function fileSchema(about: About): v.GenericSchema {
  const steps = stepList(about);
  const initial = mapOf(serverKey(about), initialServer(about));
  const varied = {
    options: v.exactOptional(options(about)),
    rulesOff: v.exactOptional(rulesOff),
    initial: v.exactOptional(initial),
    steps: v.exactOptional(steps),
  };
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
    lesson: v.exactOptional(lesson(inTheEnd(about), steps)),
    runs: v.exactOptional(mapOf(v.string(), mapWith({ title: v.exactOptional(text), ...varied }))),
  });
}

/** From data to sentences: what an answer says, and how a question is put. */
import {
  annalOf,
  annalsOf,
  hasAnnal,
  type Question,
  type Said,
  type Timeline,
} from '../../timeline/index.ts';
import { whyAsked, whySaid, words } from '../../words/index.ts';

export const saidText = ({ id, params }: Said): string =>
  (whySaid[id] as (params: Said['params']) => string)(params);

export function questionText(timeline: Timeline, question: Question): string {
  const { names } = timeline.run.setup;
  const facts: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(question))
    facts[field] = field === 'server' || field === 'leader' ? (names[Number(value)] ?? '') : value;
  if (question.kind === 'role') facts.role = roleText(timeline.world, question.server);
  if ('seq' in question && hasAnnal(annalsOf(timeline), question.seq))
    facts.moment = words.moment(annalOf(annalsOf(timeline), question.seq).time);
  return (whyAsked[question.kind] as (facts: Record<string, unknown>) => string)(facts);
}

function roleText({ servers, conditions }: Timeline['world'], id: number): string {
  const condition = conditions[id] ?? 'running';
  return condition === 'running'
    ? words.roles[servers[id]?.role ?? 'follower']
    : words.conditions[condition];
}

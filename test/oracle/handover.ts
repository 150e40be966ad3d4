/** A transfer of leadership under way (dissertation 3.10): begun on command, asked once, given up after a timeout. */
import { type Given, sentIn } from './given.ts';
import { hasVote } from './reading.ts';

export function handoverDifferences({ event, before, after, hearing }: Given): string[] {
  if (before.role !== 'leader' || after.role !== 'leader') return [];
  const { transfer: was, settings, configuration, id } = before;
  const { transfer: is } = after;
  const asked = sentIn(event).find(({ type }) => type === 'TimeoutNowRequest');
  if (event.kind === 'transfer' && event.command?.type === 'transfer') {
    const { target } = event.command;
    if (target !== id && hasVote(configuration, target))
      return is?.target === target && is.isAsked === (asked !== undefined)
        ? []
        : [`does not hand leadership over to server ${target}`];
  }
  if (was === null) return is === null ? [] : ['hands leadership over, and nobody asked'];
  const isOver = hearing.now - was.startedAt >= settings.electionTimeoutMinMs;
  if (event.kind === 'heartbeat' && isOver)
    return is === null ? [] : ['hands leadership over for longer than an election timeout'];
  const isSame = is?.target === was.target && is.isAsked === (was.isAsked || asked !== undefined);
  return isSame ? [] : ['changed its mind about handing leadership over'];
}

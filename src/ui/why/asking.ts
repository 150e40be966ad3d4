/** What a key asks about: what is selected, else what was said last. */
import type { Subject } from '../../timeline/index.ts';
import type { Lab } from '../hooks/lab.ts';

/** Asks why, or why not, of what is selected. */
export function askSelected({ session, view }: Lab, isWhyNot: boolean): void {
  view.ask(subjectOf({ session, view }, isWhyNot), isWhyNot);
}

function subjectOf({ session, view }: Pick<Lab, 'session' | 'view'>, isWhyNot: boolean): Subject {
  const { selection } = view.store.getState();
  if (selection?.kind === 'server') return { kind: 'server', server: selection.server };
  if (selection?.kind === 'message') return { kind: 'message', message: selection.message };
  if (selection?.kind === 'event') return { kind: 'event', seq: selection.seq };
  const { seq } = session.store.getState().narration;
  return isWhyNot || seq === 0 ? { kind: 'cluster' } : { kind: 'event', seq };
}

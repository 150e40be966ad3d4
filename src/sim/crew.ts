/** Changes of the crew, as a person names them; what becomes of them is the leader's to say. */
import type { ServerId } from '../base/index.ts';
import type { Configuration } from '../raft/index.ts';

export type CrewChange =
  | { readonly kind: 'add' | 'addLearner' | 'remove' | 'promote'; readonly server: ServerId }
  | { readonly kind: 'set'; readonly voters: readonly ServerId[] };

export interface Crew {
  readonly voters: readonly ServerId[];
  readonly learners: readonly ServerId[];
}

const without = (ids: readonly ServerId[], id: ServerId): readonly ServerId[] =>
  ids.filter((other) => other !== id);
const withOne = (ids: readonly ServerId[], id: ServerId): readonly ServerId[] =>
  [...without(ids, id), id].sort((a, b) => a - b);

/** Who would take part after a change. */
export function crewAfter({ voters, learners }: Configuration, change: CrewChange): Crew {
  switch (change.kind) {
    case 'add':
    case 'promote':
      return { voters: withOne(voters, change.server), learners: without(learners, change.server) };
    case 'addLearner':
      return { voters: without(voters, change.server), learners: withOne(learners, change.server) };
    case 'remove':
      return { voters: without(voters, change.server), learners: without(learners, change.server) };
    case 'set':
      return {
        voters: [...change.voters].sort((a, b) => a - b),
        learners: learners.filter((id) => !change.voters.includes(id)),
      };
  }
}

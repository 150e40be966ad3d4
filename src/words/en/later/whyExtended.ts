/** What an answer is about where the dissertation speaks, not Figure 2: PreVote, transfers, leases of attention. */
import type { Asking, Index, Led, Needs, Pair, Share, Term, Vote, Who } from './whyFacts.ts';
import { servers } from './whyFacts.ts';

export const whyExtended = {
  preVoteGranted: ({ voter, candidate, term }: Vote) =>
    `${voter} told ${candidate} that it would vote for it in term ${term}; it has not voted yet.`,
  voterLeads: ({ voter, candidate, term }: Vote) =>
    `${voter} granted ${candidate} nothing in term ${term}: ${voter} leads.`,
  askedFirst: ({ server, term }: Who & Term) =>
    `${server} asked whether the others would vote for it in term ${term}, before it stands.`,
  stoodAsAgreed: ({ server, term, have, of }: Who & Term & Share) =>
    `${server} stood in term ${term}: ${have} of ${servers(of)}, itself among them, would vote for it.`,
  stoodAsTold: ({ server, leader, term }: Who & Led & Term) =>
    `${server} stood in term ${term} at once: ${leader} hands its office to it.`,
  countsPreVote: ({ asker, server, term }: Pair & Term) =>
    `${asker} does count ${server}: it would vote for it in term ${term}.`,
  countsNotPreVote: ({ asker, server, term }: Pair & Term) =>
    `${asker} has no word of ${server} that it would vote for it in term ${term}.`,
  countedPreVote: ({ server, from, have, needed }: Who & Needs & { from: string }) =>
    `${server} noted that ${from} would vote for it: ${have} of the ${needed} it needs.`,
  waitsHandover: ({ client, command, server, target }: Asking & Who & { target: string }) =>
    `${client} waits with ${command}: ${server} takes no commands while it hands its office to ${target}.`,
  waitsAnswerLost: ({ client, command, server, index }: Asking & Who & Index) =>
    `${client} waits, though ${server} has carried out ${command} as entry ${index}: no answer came.`,
  waitsMissed: ({ client, command, server }: Asking & Who) =>
    `${client} waits: ${server} did not run when it was asked for ${command}.`,
  sentAwayHandover: ({ client, command, server, target }: Asking & Who & { target: string }) =>
    `${server} sent ${client} away with ${command}: it leads, and is handing its office to ${target}.`,
  noElectionUnheard: ({ server, leader, term }: Who & Led & Term) =>
    `Nobody stands yet: ${server} no longer hears ${leader}, which leads term ${term}, and its timer runs.`,
};

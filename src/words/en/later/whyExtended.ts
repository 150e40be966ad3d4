/** What an answer is about where the dissertation speaks, not Figure 2: PreVote, transfers, leases of attention. */
import type { Asking, Index, Led, Needs, Pair, Sent, Share, Term, Vote, Who } from './whyFacts.ts';
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
  roleNoVote: ({ server, term }: Who & Term) =>
    `${server} has no vote in term ${term}: it takes what it is sent, and does not stand.`,
  tookSnapshot: ({ server, leader, index }: Who & Led & Index) =>
    `${server} took ${leader}’s snapshot up to entry ${index}: ${leader} no longer has the entries it lacked.`,
  knewSnapshot: ({ server, leader, index, commit }: Who & Led & Index & { commit: number }) =>
    `${server} passed over ${leader}’s snapshot up to entry ${index}: it knows ${commit} to be committed.`,
  knewRefusal: ({ server, from, refused }: Who & { from: string; refused: number }) =>
    `${server} passed over ${from}’s refusal at entry ${refused}: it has taken account of it already.`,
  confirmedLead: ({ server, from }: Who & { from: string }) =>
    `${server} heard from ${from} that it still led after the read came.`,
  leftOffice: ({ server, index }: Who & Term & Index) =>
    `${server} committed entry ${index}, the configuration without it, and gave up its office.`,
  changeUnderWay: ({ server }: Who & Term) =>
    `${server} began no change of the configuration: the one before is not committed yet.`,
  changeTooEarly: ({ server, term }: Who & Term) =>
    `${server} began no change of the configuration: it has committed nothing of its term ${term} yet.`,
  changeTooLarge: ({ server }: Who & Term) =>
    `${server} began no change of the configuration: one server at a time.`,
  staleReply: ({ type, from, to, term, current }: Sent & Term & { current: number }) =>
    `${to} passed over ${from}’s ${type}: it is of term ${term}, and ${to} is in term ${current}.`,
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

/** The panel of why-answers: how a question is put, and what stands around an answer. */
import { duration } from '../numbers.ts';
import { citation } from '../rules.ts';

type Who = { server: string };
type Entry = Who & { index: number };
type Client = { client: string };
type Event = { moment: string };

export const whyPanel = {
  list: 'Questions',
  none: 'There is nothing to ask here. Select a server, a message or an entry that is not committed.',
  noAnswer: 'This is not so now, and so there is no reason for it.',
  because: 'Because',
  more: (many: number) => `${many} more`,
  otherwise: 'Otherwise',
  goTo: (moment: string, text: string) => `Go to ${moment}: ${text}`,
  asked: (moment: string) => `Asked at ${moment}`,
  back: 'Back to where you asked',
  tryIt: 'Try it',
  willBranch: (moment: string, ms: number) =>
    ms < 1
      ? `Begins a branch at ${moment}. This run stays as it is.`
      : `Begins a branch at ${moment} and shows it ${duration(ms)} later. This run stays as it is.`,
  tried: (name: string) => `You are on a branch of its own: ${name}. This is the moment it shows.`,
  elsewhere: 'This was asked on another branch. It can be tried there, not here.',
  takeBack: 'Take it back',
  sentence: (had: string, would: string) => `${had}, ${would}`,
};

/** How each question is put. */
export const whyAsked = {
  role: ({ server, role }: Who & { role: string }) => `Why is ${server} ${role}?`,
  notLeader: ({ server }: Who) => `Why does ${server} not lead?`,
  doesNotStand: ({ server }: Who) => `Why does ${server} not stand for election?`,
  noElection: () => 'Why does nobody stand for election?',
  notCounted: ({ server, leader }: Who & { leader: string }) =>
    `Does ${leader} count ${server}, and why not?`,
  committed: ({ server, index }: Entry) => `Why is entry ${index} of ${server} committed?`,
  notCommitted: ({ server, index }: Entry) => `Why is entry ${index} of ${server} not committed?`,
  clientWaits: ({ client }: Client) => `Why does ${client} wait?`,
  readWaits: ({ client }: Client) => `Why does the read of ${client} wait?`,
  voteGranted: ({ moment }: Event) => `Why was the vote given at ${moment}?`,
  voteRefused: ({ moment }: Event) => `Why was the vote refused at ${moment}?`,
  overwritten: ({ moment }: Event) => `Why were entries overwritten at ${moment}?`,
  refused: ({ moment }: Event) => `Why was the client sent away at ${moment}?`,
  event: ({ moment }: Event) => `Why did this happen at ${moment}?`,
};

/** `Figure 2, Leaders · rule 4, §5.4.2`; a section alone, where no line says it. */
export function whyCited(rule: string | null, section: string): string {
  const thesis = section.replace('Thesis ', '');
  const place = thesis === section ? `§${section}` : `Dissertation §${thesis}`;
  if (rule === null) return thesis === section ? `Paper ${place}` : place;
  const cited = citation(rule);
  return cited.startsWith('Figure 2') ? `${cited}, ${place}` : cited;
}

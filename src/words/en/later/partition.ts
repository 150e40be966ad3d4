/** Dividing the cluster. */
import { count } from '../numbers.ts';

export const partition = {
  title: 'Partition the cluster',
  intro: 'Servers reach only those on their own side. Everything between the sides is cut.',
  side: (letter: string) => `Side ${letter}`,
  sideOf: (name: string) => `Side of ${name}`,
  letters: ['A', 'B', 'C'] as const,
  counted: (letter: string, tally: string, verdict: string) => `${letter}: ${tally}, ${verdict}`,
  quorate: 'has a majority',
  notQuorate: 'no majority',
  apply: 'Cut between the sides',
  cancel: 'Cancel',
  oneSide: 'All servers are on one side: put at least one of them on another.',
  /** On a phone, of what is cut and of who waits. */
  now: 'Cut, and waiting',
  linksCut: (many: number) => `${count(many, 'link', 'links')} cut`,
};

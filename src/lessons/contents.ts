/** The contents page: every lesson there is, in the order of the course. The texts are loaded when one is asked for. */
import type { Lesson } from './index.ts';

const lesson = (part: string, number: number, slug: string, title: string): Lesson => ({
  part,
  number,
  slug,
  title,
  load: async () => (await import('./texts.ts')).textOf(slug),
});

export const lessons: readonly Lesson[] = [
  lesson('A', 1, '01-one-server-is-not-enough', 'One server is not enough'),
  lesson('A', 2, '02-two-servers-elect', 'Two servers elect a leader'),
  lesson('A', 3, '03-waiting-for-consensus', 'SET A 1, B 2, C 3 and waiting for consensus'),
  lesson('A', 4, '04-a-third-server-joins', 'A third server joins and catches up; SET D 4'),
  lesson('A', 5, '05-the-leader-dies', 'Kill the leader; the client goes on'),
  lesson('B', 6, '06-counting', 'Counting'),
  lesson('B', 7, '07-timers', 'Timers'),
  lesson('B', 8, '08-split-vote', 'Split vote'),
  lesson('B', 9, '09-split-brain-that-is-not', 'Split brain that is not'),
  lesson('B', 10, '10-who-deserves-a-vote', 'Who deserves a vote'),
  lesson('B', 11, '11-figure-7', 'Figure 7, all of it'),
  lesson('B', 12, '12-finding-the-match-point', 'Finding the match point: three strategies'),
  lesson('B', 13, '13-figure-8', 'Figure 8'),
  lesson('B', 14, '14-what-is-committed', 'What is committed?'),
  lesson('C', 15, '15-what-must-be-on-disk', 'What must be on disk'),
  lesson('C', 16, '16-a-hostile-network', 'A hostile network'),
  lesson('C', 17, '17-the-returning-server', 'The returning server'),
  lesson('C', 18, '18-cloudflare-2020', 'Cloudflare 2020: partial links'),
  lesson('D', 19, '19-reads', 'Reads'),
  lesson('D', 20, '20-exactly-once', 'Exactly once'),
  lesson('D', 21, '21-snapshots', 'Snapshots'),
  lesson('E', 22, '22-changing-the-crew', 'Changing the crew'),
  lesson('E', 23, '23-one-at-a-time', 'One at a time, and the bug of 2015'),
  lesson('E', 24, '24-leaving-politely', 'Leaving politely'),
  lesson('F', 25, '25-break-raft-safety', 'Break Raft: safety'),
  lesson('F', 26, '26-break-raft-liveness', 'Break Raft: liveness, incidents, and your own'),
];

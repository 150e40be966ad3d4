/** Writing a lesson in the page. */
export const editor = {
  title: 'Write a lesson',
  label: 'Text of the lesson',
  besideLabel: 'What to do with it',
  fileName: 'quorate-lesson.yaml',
  intro:
    'Ctrl Space offers what may stand where you are. Escape and then Tab leave the text. It is kept in this browser while you write.',
  tryIt: 'Try it',
  download: 'Download',
  record: 'What I did in the page',
  fresh: 'Begin anew',
  recordedTitle: 'What I did',
  recordedComment: 'The run that was in the page, as steps. Put notes and questions between them.',
  recorded: 'The run in the page is here as steps now. Undo brings back what stood here.',
  left: (parts: readonly string[]) =>
    `The run in the page is here as steps now, but for what no step can say: ${parts.join(', ')}.`,
  ready: 'Nothing is missing.',
  remarks: (many: number) => (many === 1 ? 'One thing to see to' : `${many} things to see to`),
  line: (line: number) => `Line ${line}`,
  template: `quorate: 1
title: Who leads?
refs: [§5.2]
servers: 3
# By hand: nothing fires and nothing arrives unless a step says so.
timers: manual
delivery: manual

lesson:
  task: Make S2 the leader.
  par: 1
  goal: { leader: S2 }
  solution:
    - timeout: S2
    - settle: true

steps:
  - note: Three followers wait. The timer of S1 is about to run out.
  - timeout: S1
  - ask:
      question: Who will lead?
      pick: server
      options:
        - text: S1
          server: S1
          # Right where this holds when the run has gone on.
          holds: { leader: S1 }
          answer: It asked first, and nobody has voted yet.
        - text: S2
          server: S2
          holds: { leader: S2 }
          answer: Its timer has not run out, so it does not even stand.
  - settle: true
  - note: Two votes of three are enough.
  - expect: { leader: S1 }
`,
};

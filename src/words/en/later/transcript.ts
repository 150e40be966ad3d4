/** Everything that was said, as a text. */
export const transcript = {
  title: 'Transcript',
  intro: (events: number) => `What happened up to this moment, from ${events} events.`,
  only: (many: number) => `The last ${many} events; earlier ones are told when you go back.`,
  label: 'Transcript of the run',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying: select the text instead.',
  download: 'Download',
  file: 'quorate-transcript.txt',
  line: (moment: string, sentence: string, rule: string) =>
    rule === '' ? `${moment}  ${sentence}` : `${moment}  ${sentence} [${rule}]`,
  heartbeats: (many: number) =>
    many === 1 ? '(one heartbeat without news)' : `(${many} events without news)`,
};

/** What is said when a key or a link finds nothing to act on, and when the program itself broke. */

export const misses = {
  notALink: 'This link is cut off or mistyped: nothing in it can be played. Ask for it again.',
  laterVersion: 'This link was made by a later version of Quorate. Reload the page to get it.',
  notSelected: 'Select a server first: press its number, or click it.',
  notDown: (name: string) => `${name} is not down: crash it first, then choose what it loses.`,
  noBranch: 'This run has one branch so far: go back in time and do something else first.',
  noActs: 'Nothing was done there that was not done here, or could be done here.',
  noMarkAhead: 'No such mark is known further on: play on until there is one.',
  noMarkBefore: 'There is no such mark before this moment.',
  noMessage: 'Select a message in flight first: click it, or choose it in the inspector.',
  noQuestion: 'No question is open here.',
};

export const broken = {
  title: 'Something broke',
  explained:
    'The laboratory met a state it has no rule for. The run that led there is whole: copy it, and it can be played again to the same event.',
  copy: 'Copy this run',
  copied: 'Copied.',
  notCopied: 'The clipboard refused. Select the text below and copy it.',
  restart: 'Start a new run',
  what: (message: string) => `What the program said: ${message}`,
  run: 'The run: seed and commands',
};

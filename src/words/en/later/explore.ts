/** What the command line of the lab says: searching, exhausting, measuring. */

const usage = `Usage:
  npm run explore -- [search] --seeds A..B [--rules-off RULE,RULE] [--servers N] [--acts N] [--way hand|weather|mixed]
                     [--goal EXPECT] [--first] [--shrink] [--shard I/N] [--out FILE] [--to FOLDER] [--seconds N] [--workers N]
  npm run explore -- --merge FILE… [--out FILE]
  npm run explore -- exhaust [--rules-off RULE,RULE] [--servers N] [--terms N] [--entries N] [--messages N]
                     [--losses N] [--copies N] [--crashes N] [--noop] [--to FOLDER]
  npm run explore -- measure downtime|splitVotes|availability|repair|reads [--trials N] [--seed N] [--csv FILE]

  --seeds      which seeds are tried; each gives a few schedules
  --rules-off  rules to do without, by the names of \`rulesOff\`
  --goal       look for a schedule in which this holds (JSON, as in \`expect\`), not for a broken property
  --first      stop at the first finding, make it small and print it
  --shrink     make every finding small
  --shard      of N parts of the seeds, the I-th
  --out        a line for each seed; an interrupted file goes on where it ended
  --to         where scenario files of what was found are written
  --seconds    stop after so long
  --workers    threads (one a core); 0: none but this
  --merge      puts the files of all parts together: the same bytes as one run

Exit code 0: nothing was found; 1: something was; 2: a bad command line or file.`;

/** Numbers come as they are to be read. */
export const explore = {
  usage,
  unknownFlag: (flag: string): string => `There is no flag ${flag}.`,
  badValue: (flag: string, value: string): string => `${flag} cannot be ${value}.`,
  missing: (flag: string): string => `${flag} is missing.`,
  unreadable: (file: string, why: string): string => `${file} cannot be read: ${why}.`,
  unwritable: (file: string, why: string): string => `${file} cannot be written: ${why}.`,
  noExploration: (file: string): string => `${file} is no file of an exploration.`,
  otherQuestion: (file: string): string => `${file} is of another exploration.`,
  incomplete: (count: string, first: string): string =>
    `${count} seeds are in none of the files, seed ${first} first.`,
  resumed: (seeds: string): string => `${seeds} seeds were tried before.`,
  progress: (seeds: string, of: string, events: string, perSecond: string, rules: string): string =>
    `${seeds} of ${of} seeds, ${events} events, ${perSecond} a second, ${rules} lines of Figure 2`,
  sum: (seeds: string, schedules: string, events: string): string =>
    `${seeds} seeds, ${schedules} schedules, ${events} events, every property checked after each`,
  nothing: 'Nothing was found.',
  found: (seed: string, what: string, steps: string): string =>
    `Seed ${seed}: ${what}, ${steps} steps.`,
  merged: (files: string, seeds: string): string => `${files} files, ${seeds} seeds.`,
  exhausting: (worlds: string, done: string, depth: string): string =>
    `${worlds} worlds, ${done} gone on from, depth ${depth}`,
  exhausted: (worlds: string, steps: string, depth: string): string =>
    `${worlds} distinct worlds, ${steps} steps, depth ${depth}`,
  allHold: 'Every property holds in every schedule.',
  shortest: (property: string, length: string): string =>
    `${property} is broken; the shortest schedule has ${length} steps:`,
  outOfReach: (rules: string): string => `Means nothing in so small a world: ${rules}.`,
  measuring: (done: string, of: string): string => `${done} of ${of} trials`,
  measured: (section: string, unit: string, seed: string): string =>
    `${/\d/.test(section.charAt(0)) ? '§' : ''}${section}, in ${unit}, seed ${seed}`,
  columns: {
    trials: 'trials',
    least: 'least',
    median: 'median',
    mean: 'mean',
    p95: 'p95',
    worst: 'worst',
    paper: 'the paper',
  },
} as const;

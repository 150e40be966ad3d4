/** What can be wrong with a file, as data; the sentences are in `words`. */

/** Every kind of error that a file can have. */
export const problems = [
  'syntax',
  'badKey',
  'tooLarge',
  'unknownKey',
  'missingKey',
  'text',
  'number',
  'wholeNumber',
  'atLeast',
  'atMost',
  'moreThan',
  'yesNo',
  'onlyTrue',
  'list',
  'map',
  'range',
  'pair',
  'empty',
  'oneOf',
  'version',
  'unknownServer',
  'unknownLink',
  'minAboveMax',
  'serverCount',
  'namesTwice',
  'noServers',
  'tooManyServers',
  'duplicateName',
  'reservedName',
  'sameServer',
  'twice',
  'twiceInGroups',
  'oneVerb',
  'oneKey',
  'oneContent',
  'oneCount',
  'noSuchMark',
  'beyondLog',
  'beforeSnapshot',
  'appliedBeyondCommit',
  'notForRole',
  'matchBeyondNext',
  'votesToo',
] as const;

export type Problem = (typeof problems)[number];

/** An error in a file, and where. */
export interface ScenarioError {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Of the key or item concerned; empty for the file as a whole. */
  readonly path: string;
  readonly problem: Problem;
  /** What stands there, in short; null: nothing does. */
  readonly found: string | null;
  /** What may stand there, or the bound that is broken. */
  readonly allowed: readonly string[];
}

/**
 * Runs that a person can read, held byte by byte. Where a change of them is meant: `npx vitest run test/timeline -u`,
 * and read what has changed before keeping it.
 */
import { expect, test } from 'vitest';
import { transcriptOf } from '../support/transcript.ts';
import { runs } from './transcripts/runs.ts';

test.each(Object.entries(runs))('%s', async (file, { title, servers, run }) => {
  const cluster = run();
  expect(cluster.broken).toEqual([]);
  const text = transcriptOf(title, cluster.events, servers);
  await expect(text).toMatchFileSnapshot(`transcripts/${file}.txt`);
});

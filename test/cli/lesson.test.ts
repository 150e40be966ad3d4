/** What `npm run check-lesson` promises: a line for each thing a lesson lacks, and its exit codes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/lesson.ts';
import { lessonPaths } from '../scenario/files.ts';
import { captured } from '../support/captured.ts';

let folder = '';
const check = (...argv: readonly string[]) => captured(main, argv, folder);

const head = `quorate: 1
title: Mine
servers: 3
timers: manual
lesson: { task: Make S1 lead., goal: { leader: S1 }, solution: [{ timeout: S1 }, { settle: true }] }
steps:
  - timeout: S1
  - settle: true
`;
const question = (answer: string): string => `  - ask:
      question: Who leads?
      pick: choice
      options:
        - { text: S1, correct: true, answer: It has three votes. }
        - { text: S2${answer} }
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorate-'));
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  put('silent.yaml', `${head}  - expect: { leader: S1 }\n`);
  put('unanswered.yaml', `${head}${question('')}  - expect: { leader: S1 }\n`);
  put('untrue.yaml', `${head}${question(', answer: It never stood.')}  - expect: { leader: S2 }\n`);
  put('bad.yaml', `${head}  - timeout: S9\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every lesson of the course is whole', async () => {
  const paths = lessonPaths.map((path) => resolve(path));
  const { code, out } = await check(...paths);
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(lessonPaths.length);
});

test.each([
  ['silent.yaml', /asks nothing/],
  ['unanswered.yaml', /answer/i],
  ['untrue.yaml', /leader/],
])('%s lacks something, and it is said where', async (file, words) => {
  const { code, out } = await check(file);
  expect(code).toBe(1);
  expect(out).toContain(file);
  expect(out).toMatch(words);
});

test('a bad file or command line is told on the other stream', async () => {
  expect(await check('bad.yaml')).toMatchObject({ code: 2, out: '' });
  expect((await check('bad.yaml')).err).toMatch(/bad\.yaml.*S9/);
  expect(await check('nowhere.yaml')).toMatchObject({ code: 2, out: '' });
  expect(await check()).toMatchObject({ code: 2, out: '' });
  expect(await check('--what')).toMatchObject({ code: 2, out: '' });
});

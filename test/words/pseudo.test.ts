/** The made-up language: what the catalogue says is marked and longer, what it is told stays as it is. */
import { expect, test } from 'vitest';
import { pseudo } from '../support/pseudo.ts';

test('sentences are marked, facts, figures and names are not', () => {
  const said = pseudo({
    title: 'Help',
    key: 'Ctrl Z',
    sent: (server: string, ms: number) => `${server} waits ${ms} ms`,
    wait: (ms: number) => `${ms} ms`,
  }) as Record<string, string> & Record<'sent' | 'wait', (...facts: unknown[]) => string>;
  expect(said.title).toBe('[Hélp~~]');
  expect(said.key).toBe('Ctrl Z');
  expect(said.sent('S1', 20)).toBe('[S1 wáítš~~ 20 mš~]');
  expect(said.wait(20)).toBe('20 ms');
});

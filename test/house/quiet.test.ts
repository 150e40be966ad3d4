/** A14: the page makes no sound, so none starts by itself or says what nothing else says. A13: no question has a time limit. */
import { expect, test } from 'vitest';
import { codeBelow } from './source.ts';

const sounds =
  /\b(?:AudioContext|speechSynthesis|new Audio|HTMLAudioElement|vibrate)\b|<(?:audio|video)\b/;

const loud = (sources: readonly { readonly path: string; readonly text: string }[]): string[] =>
  sources.filter(({ text }) => sounds.test(text)).map(({ path }) => path);

test('nothing of the page sounds', () => {
  expect(loud([{ path: 'made up', text: 'new AudioContext()' }])).toEqual(['made up']);
  expect(loud(codeBelow('src'))).toEqual([]);
});

const clocks = /\b(?:setTimeout|setInterval|Date|performance\.now|requestAnimationFrame)\b/;

test('nothing of the course knows how long somebody thinks', () => {
  const course = codeBelow('src').filter(({ path }) => path.startsWith('src/ui/course/'));
  expect(course.length).toBeGreaterThan(10);
  expect(course.filter(({ text }) => clocks.test(text)).map(({ path }) => path)).toEqual([]);
});

/** A lesson as an address: what is written is what is read, and what others write by hand is understood. */
import { expect, test } from 'vitest';
import { lessonAddress, lessonPlaceIn } from '../../src/store/lessonLink.ts';

const page = 'https://host.example/deep/path/?a=1#r=xyz';
const firstStop = { run: 0, stop: 0 };

test('counted from 1, and short where it begins', () => {
  const begin = { lesson: 'L02', ...firstStop };
  expect(lessonAddress(begin, page)).toBe('https://host.example/deep/path/?a=1#lesson=L02');
  const later = { lesson: 'L12', run: 2, stop: 3 };
  expect(lessonAddress(later, page)).toMatch(/#lesson=L12&run=3&stop=4$/);
  for (const place of [begin, later]) {
    expect(lessonPlaceIn(lessonAddress(place, page))).toEqual(place);
    expect(lessonPlaceIn(`${lessonAddress(place, page)}&embed=1`)).toEqual(place);
  }
});

test('an address of somebody else keeps what is its own', () => {
  const read = (text: string) => lessonPlaceIn(`${page.replace(/#.*/, '')}#lesson=${text}`);
  const file = 'https://a.example/x.yaml?b=1&stop=early';
  expect(read(file)).toEqual({ lesson: file, ...firstStop });
  expect(read(`${file}&stop=2&embed=1`)).toEqual({ lesson: file, run: 0, stop: 1 });
  expect(read(encodeURIComponent(file))).toEqual({ lesson: file, ...firstStop });
  expect(read('%E0%A4%A')).toEqual({ lesson: '%E0%A4%A', ...firstStop });
  expect(read('L02&stop=0')).toEqual({ lesson: 'L02', ...firstStop });
});

test('what is no lesson is none', () => {
  expect(lessonPlaceIn(page)).toBe(null);
});

/** Nothing makes a sound (A14): what is never heard cannot be the only channel, start by itself, or need a volume. */
import { expect, test } from 'vitest';
import { codeBelow, filesBelow, lineAt, type Source } from './source.ts';

const sounding =
  /\b(Audio|AudioContext|webkitAudioContext|OscillatorNode|speechSynthesis|SpeechSynthesisUtterance|vibrate)\b|<(audio|video)\b|createElement\(['"](audio|video)/g;
const recorded = /\.(mp3|ogg|wav|m4a|aac|flac|opus|mp4|webm)$/;

const sounds = (source: Source): readonly string[] =>
  [...source.text.matchAll(sounding)].map(
    ({ index, 0: found }) => `${source.path}:${lineAt(source, index)}: ${found}`,
  );

test('no code makes a sound, and no recording is shipped', () => {
  expect(codeBelow('src').flatMap(sounds)).toEqual([]);
  expect(
    [...filesBelow('src'), ...filesBelow('public')].filter((file) => recorded.test(file)),
  ).toEqual([]);
});

test('what would make a sound is named', () => {
  const text = "new Audio('x.mp3').play();\nnew AudioContext();\nconst page = <audio src='x' />;";
  expect(sounds({ path: 'x.tsx', text })).toEqual([
    'x.tsx:1: Audio',
    'x.tsx:2: AudioContext',
    'x.tsx:3: <audio',
  ]);
});

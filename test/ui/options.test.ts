/** The panel of options holds every option once, and the profiles are told apart. */
import { expect, test } from 'vitest';
import { switches, switchNames } from '../../src/raft/index.ts';
import { linkOf, type Options, paperOptions, profiles } from '../../src/sim/index.ts';
import { choiceFields, layout, switchFields } from '../../src/ui/conditions/layout.ts';
import {
  asOfLink,
  isOwn,
  linkSliders,
  withLink,
  withoutLink,
} from '../../src/ui/conditions/ofLink.ts';
import { profileOf } from '../../src/ui/conditions/profile.ts';
import { placeOfRate, rates } from '../../src/ui/conditions/rates.ts';
import { type Slider, sliders } from '../../src/ui/conditions/sliders.ts';
import { brokenRules, optionFields } from '../../src/words/index.ts';

test('every option stands in one group, with one control', () => {
  const placed = Object.values(layout).flat();
  expect([...placed].sort()).toEqual(Object.keys(optionFields).sort());
  const controls = [
    ...switchFields,
    ...sliders.map(({ id }) => id),
    ...choiceFields.map(({ id }) => id),
  ];
  expect([...controls].sort()).toEqual([...placed].sort());
});

test('every option has a sentence and a section', () => {
  for (const { hint, section } of Object.values(optionFields)) {
    expect(hint).toMatch(/^[A-Z].*\.$/);
    expect(section).toMatch(/§\d/);
  }
});

test('a choice reads what it writes', () => {
  for (const { choices, read, write } of choiceFields) {
    for (const { value } of choices) {
      expect(read({ ...paperOptions, ...write(value) })).toBe(value);
    }
  }
});

test('a profile is known by its values, and any change makes them own ones', () => {
  expect(Object.entries(profiles).map(([, options]) => profileOf(options))).toEqual(
    Object.keys(profiles),
  );
  expect(profileOf({ ...paperOptions, noop: true })).toBe('own');
  expect(profileOf({ ...paperOptions, clockRate: { 0: 2 } })).toBe('own');
});

test('a clock can be true, and every rate has its place', () => {
  expect(rates.map(placeOfRate)).toEqual(rates.map((_, place) => place));
  expect(rates[placeOfRate(1)]).toBe(1);
});

test('every rule stands under what it protects', () => {
  const said = Object.keys(brokenRules.protects);
  expect(said).toEqual(
    expect.arrayContaining(switchNames.map((name) => switches[name].protects ?? 'none')),
  );
});

test('every rule that can be off says what that means', () => {
  expect(Object.keys(brokenRules.rules).sort()).toEqual([...switchNames].sort());
  for (const { name, off } of Object.values(brokenRules.rules)) {
    expect(name).toMatch(/^[A-Z]/);
    expect(off).toMatch(/^[a-z].*\.$/);
  }
});

test('a link has conditions of its own in one direction, and gives them up again', () => {
  const loss = linkSliders.find(({ id }) => id === 'loss');
  const latency = linkSliders.find(({ id }) => id === 'latencyMax');
  if (loss === undefined || latency === undefined) throw new Error('no such slider');
  const set = (options: Options, slider: Slider, value: number): Options => {
    const changes = slider.write(asOfLink(options, 0, 1), value);
    return { ...options, ...withLink(options, 0, 1, changes) };
  };
  const own = set(set(paperOptions, loss, 40), latency, 90);
  expect(linkOf(own, 0, 1)).toEqual({ latencyMs: [5, 90], lossRate: 0.4, duplicateRate: 0 });
  expect(linkOf(own, 1, 0)).toEqual(linkOf(paperOptions, 1, 0));
  expect([isOwn(own, 0, 1), isOwn(own, 1, 0)]).toEqual([true, false]);
  expect({ ...own, ...withoutLink(own, 0, 1) }).toEqual(paperOptions);
});

/** The panel of options holds every option once, and the profiles are told apart. */
import { expect, test } from 'vitest';
import { switches, switchNames } from '../../src/raft/index.ts';
import { paperOptions, profiles } from '../../src/sim/index.ts';
import { choiceFields, layout, switchFields } from '../../src/ui/conditions/layout.ts';
import { profileOf } from '../../src/ui/conditions/profile.ts';
import { placeOfRate, rates } from '../../src/ui/conditions/rates.ts';
import { sliders } from '../../src/ui/conditions/sliders.ts';
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

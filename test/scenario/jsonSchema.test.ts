/** The published schema is the one that validates. */
import { expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/jsonSchema.ts';

test('the schema for editors is up to date (npx vitest run test/scenario -u)', async () => {
  await expect(scenarioJsonSchema()).toMatchFileSnapshot('../../public/scenario.schema.json');
});

test('it names every definition that it refers to', () => {
  const text = scenarioJsonSchema();
  const { $defs } = JSON.parse(text) as { $defs: Record<string, unknown> };
  const used = [...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(used)).toEqual(new Set(Object.keys($defs)));
  expect(Object.keys($defs).filter((name) => /^\d/.test(name))).toEqual([]);
});

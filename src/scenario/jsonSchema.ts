/** The format as a JSON Schema for editors, made from the schema that validates. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { fileSchema } from './schema/file.ts';

const title = 'Quorate scenario';
const description =
  'A run of a Raft cluster: how it begins, what is done to it, and what must hold. Add it to a file as "$schema".';

/** The text of `public/scenario.schema.json`. What depends on the servers of a file is not in it. */
export function scenarioJsonSchema(): string {
  const definitions: Record<string, v.GenericSchema> = {};
  const schema = fileSchema({ names: null, namesFrom: () => null, definitions });
  const { $schema, ...rest } = toJsonSchema(schema, {
    definitions,
    typeMode: 'input',
    errorMode: 'ignore',
  });
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 1)}\n`;
}

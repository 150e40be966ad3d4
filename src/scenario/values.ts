/** What kind of thing a value is that nobody has looked at yet. */

export const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

export const isArray = (input: unknown): input is readonly unknown[] => Array.isArray(input);
export const isNumber = (input: unknown): boolean => typeof input === 'number';

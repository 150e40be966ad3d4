/**
 * A language nobody speaks, made of English: letters with accents, two fifths longer, in brackets. What is not in
 * brackets on a page in it was not said by the catalogue; what is cut off has no room for a longer language.
 */

const accented: Readonly<Record<string, string>> = {
  ...{ a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', y: 'ý', A: 'Á' },
  ...{ E: 'É', I: 'Í', O: 'Ö', U: 'Ü', C: 'Ç', N: 'Ñ', S: 'Š' },
};

/** How much longer a text gets: German and Finnish are about so much longer than English. */
const longer = 0.4;

/** Figures with their unit, names of servers and clients, commands, keys and signs: the same in every language. */
const isSame = (text: string): boolean =>
  text
    .replace(/\b(SET|GET|DELETE|CAS|INCR|Ctrl|Shift|Home|End|Esc|Enter|Delete)\b/g, '')
    .replace(/\b\d+(\.\d+)? (ms|s|%)/g, '')
    .replace(/^quorate-.*\.txt$/, '')
    .replace(/\b[A-Za-z]?\d*\b/g, '')
    .search(/[A-Za-z]/) < 0;

/** One text in the made-up language. */
export function pseudoText(text: string): string {
  if (isSame(text) || text.startsWith('[')) return text;
  // A name with a figure, such as S1, is a fact and stays.
  const words = text.replace(/\b[A-Za-z]+\b/g, (word) => {
    const letters = [...word].map((letter) => accented[letter] ?? letter).join('');
    return letters + '~'.repeat(Math.ceil(word.length * longer));
  });
  return `[${words}]`;
}

/** A catalogue, or any part of one, in the made-up language; what its sentences are told they say unchanged. */
export function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function')
    return (...facts: readonly unknown[]) =>
      pseudo((value as (...all: unknown[]) => unknown)(...facts));
  if (Array.isArray(value)) return value.map(pseudo);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, pseudo(part)]));
}

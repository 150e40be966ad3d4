/** The files of the lessons, all in one: a request for each would say less in more. */

const texts: Readonly<Record<string, string>> = import.meta.glob('./*/lesson.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** @throws where there is no such folder: a test holds that each row of the contents has one. */
export function textOf(slug: string): string {
  const text = texts[`./${slug}/lesson.yaml`];
  if (text === undefined) throw new Error(`no lesson lies in ${slug}`);
  return text;
}

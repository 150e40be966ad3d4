/** A text of the reader's own from an address they give: the only thing the page ever asks for once it is there. */
import { fail, ok, type Result } from '../../base/index.ts';
import { course } from '../../words/index.ts';

const said = course.own;
const mostBytes = 1_000_000;

export interface Fetched {
  /** The last part of the path, for people to know it by. */
  readonly name: string;
  readonly text: string;
}

/** Asks once, without cookies, and saying nothing of where one comes from. Errors: one sentence of what went wrong. */
export async function fromAddress(address: string): Promise<Result<Fetched, string>> {
  const url = URL.parse(address.trim());
  // On the host of the page itself what serves the page will do.
  const isOwn = url?.origin === location.origin;
  if (url === null || (url.protocol !== 'https:' && !isOwn)) return fail(said.noAddress);
  const { host, pathname } = url;
  try {
    const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok) return fail(said.refused(host, answer.status));
    const text = await answer.text();
    if (text.length > mostBytes) return fail(said.tooLarge(host));
    return ok({ name: decodeURIComponent(pathname.split('/').pop() ?? '') || host, text });
  } catch {
    return fail(said.unreachable(host));
  }
}

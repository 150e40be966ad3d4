/** What axe has to complain of. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules that a page breaks, or a part of it, each with the elements that break it. */
export async function complaints(page: Page, part?: string): Promise<string[]> {
  // There are no frames within: without them the findings need no page of their own to be put together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

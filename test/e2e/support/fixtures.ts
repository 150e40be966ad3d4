/**
 * `test` for every browser test: serves the built site under a deep path, with true 404s, and fails a
 * test during which the console showed an error, a request failed, or one left the origin.
 */
import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { serve } from '../../../src/cli/serve.mjs';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

/** Collects what must not happen on any page of this context, in words. */
function watch(context: BrowserContext, origin: string): string[] {
  const troubles: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => troubles.push(`error: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) troubles.push(`left: ${request.url()}`);
  });
  return troubles;
}

export const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from this pattern.
    async ({}, use) => {
      const server = await serve(dist, { under: '/deep/path/' });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site),
  context: async ({ context, site }, use) => {
    const troubles = watch(context, new URL(site).origin);
    await use(context);
    expect(troubles).toEqual([]);
  },
});

export { expect };

/** `npm start`: builds the site and serves it. PORT asks for a port other than 4333. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from './serve.mjs';

const begun = Date.now();
const root = fileURLToPath(new URL('../..', import.meta.url));
await build({ root, logLevel: 'warn' });
const { url } = await serve(`${root}dist`, { port: Number(process.env.PORT || 4333) });
process.stdout.write(`Ready in ${Date.now() - begun} ms: ${url}\n`);

/** A static server for `npm start` and for the browser tests: one folder, under one path, and a true 404 for the rest. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * @param {string} folder
 * @param {string} under the path the folder appears under, with a slash at both ends
 * @param {string} address as the request gave it
 * @returns {string | undefined} the file it names, if it lies in the folder
 */
function fileOf(folder, under, address) {
  let path;
  try {
    path = decodeURIComponent(address.replace(/[?#].*$/, ''));
  } catch {
    return undefined; // Malformed escapes name no file.
  }
  if (!path.startsWith(under)) return undefined;
  const rest = path.slice(under.length);
  const file = normalize(
    join(folder, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest),
  );
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

const compress = promisify(gzip);
/** Pictures and fonts are compressed already. */
const text = /^text\/|json$|xml$/;

/**
 * What is sent of a file: compressed for whoever takes it so, as static hosts send it.
 * @param {string} file
 * @param {string | string[] | undefined} accepted the encodings that the request names
 * @returns {Promise<{ body: Buffer, headers: Record<string, string> }>}
 */
async function answerOf(file, accepted) {
  const type = types[extname(file)] ?? 'application/octet-stream';
  const whole = await readFile(file);
  const isPacked = text.test(type) && /\bgzip\b/.test(String(accepted));
  return {
    body: isPacked ? await compress(whole) : whole,
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      ...(isPacked && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    },
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port 0 for any
 * @returns {Promise<number | undefined>} the port it got; undefined when the port is taken
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const refused = (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error));
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Serves a folder on the given port or, where that is taken, on the next free one.
 * @param {string} folder
 * @param {{ port?: number, under?: string, headers?: Record<string, string> }} [options] `headers`: sent with every file
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, under = '/', headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const file = fileOf(folder, under, request.url ?? '/');
    try {
      if (file === undefined) throw new Error('outside');
      const answer = await answerOf(file, request.headers['accept-encoding']);
      response.writeHead(200, { ...answer.headers, ...headers }).end(answer.body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    }
  });
  let got = await listen(server, port);
  for (let next = port + 1; got === undefined && next < 65536; next++) {
    got = await listen(server, next);
  }
  const close = () =>
    /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
    );
  return { url: `http://127.0.0.1:${got}${under}`, close };
}

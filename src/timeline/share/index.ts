export { decodeLink, encodeLink, type LinkError, type Look, type Shared } from './link.ts';

/** The three faces are asked for at once, rather than when the styles come across the first letter in them. */
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import { preload } from 'react-dom';

/** Call while rendering the page. */
export function preloadFonts(): void {
  for (const face of [inter, serif, mono]) {
    preload(face, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
}

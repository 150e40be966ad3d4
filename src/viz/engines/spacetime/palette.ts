/** The colours of the page for a canvas, which knows no custom properties: read from the styles in force. */

export interface TermColours {
  readonly pale: string;
  readonly line: string;
  readonly text: string;
}

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly hairline: string;
  readonly wash: string;
  readonly edge: string;
  readonly accent: string;
  readonly commit: string;
  readonly alarm: string;
  readonly onLine: string;
  /** By hue, 0 for no term. */
  readonly terms: readonly TermColours[];
  readonly face: string;
}

const hues = 9;

/** Reads every colour where `frame` stands; a part of the page may have a theme of its own. */
export function readPalette(frame: HTMLElement): Palette {
  const probe = frame.ownerDocument.createElement('span');
  probe.hidden = true;
  frame.append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const terms = Array.from({ length: hues }, (_, hue) => {
    probe.className = `term-${hue}`;
    return { pale: colour('term-pale'), line: colour('term-line'), text: colour('term-text') };
  });
  const palette: Palette = {
    paper: colour('paper'),
    ink: colour('ink'),
    soft: colour('soft'),
    hairline: colour('hairline'),
    wash: colour('wash'),
    edge: colour('edge'),
    accent: colour('accent'),
    commit: colour('commit'),
    alarm: colour('alarm'),
    onLine: colour('on-term-line'),
    terms,
    face: getComputedStyle(frame).fontFamily,
  };
  probe.remove();
  return palette;
}

/** Tells when the colours of the page may have changed; gives what stops listening. */
export function onColours(changed: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'])
    matchMedia(query).addEventListener('change', changed, { signal });
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    listening.abort();
    observer.disconnect();
  };
}

import { useLayoutEffect, useRef } from 'react';
import { Store, useStore } from '@/lib/store';
import styles from './markdown.module.css';

type Katex = (typeof import('./katex'))['default'];

const katex = new Store<Katex | null>(null);

/** Fetches what draws formulas, which is large: only texts with a formula need it, and none waits for it. */
export async function loadKatex(): Promise<void> {
  if (katex.value === null) katex.set((await import('./katex')).default);
}

interface FormulaProps {
  readonly tex: string;
  readonly display: boolean;
}

/**
 * A TeX formula; its source until KaTeX is there. KaTeX builds the nodes itself: markup with style attributes, as its
 * string output has, would break the content security policy. It adds MathML for screen readers.
 */
export function Formula({ tex, display }: FormulaProps) {
  const host = useRef<HTMLSpanElement>(null);
  const drawn = useStore(katex);
  useLayoutEffect(() => {
    if (!host.current) return;
    if (!drawn) {
      host.current.textContent = tex;
      // Without a connection the source stays; the page's banner says why.
      loadKatex().catch(() => undefined);
      return;
    }
    try {
      drawn.render(tex, host.current, { displayMode: display, strict: 'ignore' });
    } catch {
      // A slip in one formula shows as its source; it must not take the statement away. KaTeX' own report would not do:
      // it writes "undefined" for a source with an í.
      const refused = document.createElement('span');
      refused.className = 'katex-error';
      refused.textContent = display ? `$$${tex}$$` : `$${tex}$`;
      host.current.replaceChildren(refused);
    }
  }, [tex, display, drawn]);
  if (!display) return <span ref={host} />;
  // Scrolls where it is too long, so it must be reachable by keyboard.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <span ref={host} className={styles.formula} tabIndex={0} />;
}

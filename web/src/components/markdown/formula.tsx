import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useLayoutEffect, useRef } from 'react';
import styles from './markdown.module.css';

interface FormulaProps {
  readonly tex: string;
  readonly display: boolean;
}

/**
 * A TeX formula. KaTeX builds the nodes itself: markup with style attributes, as its string output has, would break the
 * content security policy. It adds MathML for screen readers.
 */
export function Formula({ tex, display }: FormulaProps) {
  const host = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    try {
      katex.render(tex, host.current, { displayMode: display, strict: 'ignore' });
    } catch {
      // A slip in one formula shows as its source; it must not take the statement away. KaTeX' own report would not do:
      // it writes "undefined" for a source with an í.
      const refused = document.createElement('span');
      refused.className = 'katex-error';
      refused.textContent = display ? `$$${tex}$$` : `$${tex}$`;
      host.current.replaceChildren(refused);
    }
  }, [tex, display]);
  if (!display) return <span ref={host} />;
  // Scrolls where it is too long, so it must be reachable by keyboard.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <span ref={host} className={styles.formula} tabIndex={0} />;
}

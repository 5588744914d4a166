import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useLayoutEffect, useRef } from 'react';

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
    // A slip in one formula shows as red source text; it must not take the statement away.
    katex.render(tex, host.current, {
      displayMode: display,
      throwOnError: false,
      strict: 'ignore',
    });
  }, [tex, display]);
  return <span ref={host} />;
}

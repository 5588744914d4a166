import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { CopyButton } from '../copy-button';
import styles from './code-view.module.css';
import { plainLines, type Line, type Piece } from './lines';

interface CodeViewProps {
  readonly label: string;
  readonly text: string;
  readonly language: string;
  /** What stands below a line, by its number from 1; a comment on it, say. */
  readonly below?: ((line: number) => ReactNode) | undefined;
  /** Stands beside the button that copies. */
  readonly actions?: ReactNode;
}

/** A program to read: numbered lines, in colours as soon as these are there. */
export function CodeView({ label, text, language, below, actions }: CodeViewProps) {
  const plain = useMemo(() => plainLines(text), [text]);
  const lines = useColours(text, language) ?? plain;
  return (
    <figure className={styles.view} aria-label={label}>
      <figcaption className={styles.head}>
        {label}
        <span className={styles.actions}>
          {actions}
          <CopyButton text={text} name={label} />
        </span>
      </figcaption>
      {/* Scrolls, so it must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
        <ol className={styles.lines}>
          {lines.map((line, index) => (
            <li key={index} className={styles.line}>
              <code className={styles.code}>{line.map(coloured)}</code>
              {below?.(index + 1)}
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

function coloured({ text, part }: Piece, index: number): ReactNode {
  if (part === null) return text;
  return (
    <span key={index} className={styles[part]}>
      {text}
    </span>
  );
}

/** Null until the grammar has arrived, and for a language without one. */
function useColours(text: string, language: string): Line[] | null {
  const [found, setFound] = useState<{ text: string; language: string; lines: Line[] | null }>();
  useEffect(() => {
    let gone = false;
    // Grammars are the larger part of a page that shows code, and it can be read without them.
    void import('./coloured-lines')
      .then(({ colouredLines }) => colouredLines(text, language))
      .catch(() => null)
      .then((lines) => {
        if (!gone) setFound({ text, language, lines });
      });
    return () => {
      gone = true;
    };
  }, [text, language]);
  return found?.text === text && found.language === language ? found.lines : null;
}

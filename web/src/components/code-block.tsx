import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import styles from './code-block.module.css';

interface CodeBlockProps {
  readonly label: string;
  readonly text: string;
  /** Beside the button to copy. */
  readonly actions?: ReactNode;
}

/** A text as it is, with its name and a button to copy it. */
export function CodeBlock({ label, text, actions }: CodeBlockProps) {
  return (
    <figure className={styles.block} aria-label={label}>
      <figcaption className={styles.head}>
        <span className={styles.label}>{label}</span>
        {actions}
        <CopyButton text={text} name={label} />
      </figcaption>
      {/* Scrolls, so it must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} tabIndex={0}>
        {text}
      </pre>
    </figure>
  );
}

import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { buttonClass } from './button';
import styles from './disclosure.module.css';

/** The look of what a disclosure lists: links and buttons, one below the other. */
export const disclosureItems = styles.items;

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Looks like a button with a border, as among others. */
  readonly outlined?: boolean;
}

/** A little menu that opens in place and closes on Escape, on a press elsewhere and when a page is chosen. */
export function Disclosure({ summary, children, className, outlined = false }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const place = useRouterState({ select: (state) => state.location.href });

  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [place]);

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      const element = details.current;
      if (element && event.target instanceof Node && !element.contains(event.target)) {
        element.open = false;
      }
    };
    const onKey = (event: KeyboardEvent) => {
      const element = details.current;
      if (event.key !== 'Escape' || !element?.open) return;
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <details
      ref={details}
      className={[styles.disclosure, outlined && styles.outlined, className]
        .filter(Boolean)
        .join(' ')}
    >
      <summary className={buttonClass(outlined ? 'secondary' : 'quiet', 'small')}>
        {summary}
      </summary>
      <div className={styles.popup}>{children}</div>
    </details>
  );
}

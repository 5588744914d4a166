import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { focused } from '@/components/dialog';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import styles from './results-sheet.module.css';

interface ResultsSheetProps {
  /** Over the page, where the window has no room for the results beside the code. Means nothing elsewhere. */
  readonly raised: boolean;
  readonly onLower: () => void;
  readonly children: ReactNode;
}

/**
 * The results; on a phone they come up over the code when there is something new. Not a modal dialog: the code stays in
 * reach, and the sheet makes way for whatever takes the focus, so that it never covers that.
 */
export function ResultsSheet({ raised, onLower, children }: ResultsSheetProps) {
  const t = useMessages(messages);
  const sheet = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement>(null);
  const lower = useRef(onLower);
  useEffect(() => {
    lower.current = onLower;
  });

  useEffect(() => {
    if (!raised) return undefined;
    opener.current = focused();
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Node && !sheet.current?.contains(target)) lower.current();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && !focused()?.closest('dialog')) lower.current();
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
    };
  }, [raised]);

  const selectedTab = () =>
    sheet.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');

  return (
    <section
      ref={sheet}
      className={styles.sheet}
      aria-label={t('results')}
      data-raised={raised || undefined}
    >
      {raised && (
        <Button
          variant="quiet"
          size="small"
          icon="down"
          className={styles.lower}
          onClick={() => {
            onLower();
            opener.current?.focus();
            // What raised it may be hidden by now, as the statement is.
            if (opener.current === null || focused() !== opener.current) selectedTab()?.focus();
          }}
        >
          {t('backToCode')}
        </Button>
      )}
      {children}
    </section>
  );
}

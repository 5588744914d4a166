import { useEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '@/lib/i18n/messages';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import { messages } from './messages';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A page with its heading. See {@link PageHeading} for what else the heading does. */
export function Page({ title, lead, actions, narrow = false, children }: PageProps) {
  return (
    <div className={`${styles.page} ${narrow ? styles.narrow : ''}`}>
      <div className={styles.heading}>
        <div>
          <PageHeading>{title}</PageHeading>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

/** Whether this is the first page of the visit, whose focus the browser has set rightly already. */
let first = true;

/**
 * The page's h1. It names the document, and takes the focus when a page replaces another one, so that a screen reader
 * says where it is, as it would after loading a page.
 */
export function PageHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Touchstone`;
  }, [children]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

export function Card({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  return <div className={[styles.card, className].filter(Boolean).join(' ')}>{children}</div>;
}

interface EmptyStateProps {
  readonly icon: IconName;
  readonly children: ReactNode;
}

export function EmptyState({ icon, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={36} />
      {children}
    </div>
  );
}

interface LoadMoreProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

export function LoadMore({ query }: LoadMoreProps) {
  const t = useMessages(messages);
  if (!query.hasNextPage) return null;
  return (
    <div className={styles.more}>
      <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('loadMore')}
      </Button>
    </div>
  );
}

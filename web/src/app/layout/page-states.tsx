import { Link, useRouter, useRouterState, type ErrorComponentProps } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { Button, buttonClass } from '@/components/button';
import { EmptyState, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { session, useSession, type Role, type User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';

export function NotFoundPage() {
  const t = useMessages(messages);
  return (
    <Page title={t('notFound')}>
      <EmptyState icon="question">
        <p>{t('notFoundText')}</p>
        <Link to="/exercises" className={buttonClass('primary')}>
          {t('toExercises')}
        </Link>
      </EmptyState>
    </Page>
  );
}

/** A chunk that cannot be fetched was replaced by a newer build of the app; only a reload helps. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|Unable to preload/i.test(error.message)
  );
}

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useMessages(messages);
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (isMissingChunk(error)) {
    return (
      <Page title={t('error')}>
        <Alert tone="info">
          <p>{t('newVersion')}</p>
          <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
        </Alert>
      </Page>
    );
  }
  return (
    <Page title={t('error')}>
      <ProblemAlert
        error={error}
        onRetry={() => {
          queries.reset();
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}

/** Stands in for every page while the platform fails to say whether someone is signed in. */
export function UnreachablePage() {
  const t = useMessages(messages);
  return (
    <Page title={t('unreachable')} narrow>
      <div role="alert">
        <EmptyState icon="alert">
          <p>{t('unreachableText')}</p>
          <Button variant="primary" onClick={() => session.tryAgain()}>
            {t('tryAgain')}
          </Button>
        </EmptyState>
      </div>
    </Page>
  );
}

interface SignedInProps {
  /** Who may see the page; everyone who is signed in, if left out. */
  readonly roles?: readonly Role[];
  readonly children: (user: User) => ReactNode;
}

/** Shows the page to those it is for. The platform checks every request too; this only spares the user its refusals. */
export function SignedIn({ roles, children }: SignedInProps) {
  const t = useMessages(messages);
  const state = useSession();
  const here = useRouterState({ select: ({ location }) => location.href });
  if (state.status === 'starting') return <Loading />;
  if (!('user' in state)) {
    return (
      <Page title={t('signInNeeded')} narrow>
        <EmptyState icon="user">
          <Link to="/sign-in" search={{ next: here }} className={buttonClass('primary')}>
            {t('signIn')}
          </Link>
        </EmptyState>
      </Page>
    );
  }
  if (roles && !roles.includes(state.user.role)) {
    return (
      <Page title={t('forbidden')} narrow>
        <EmptyState icon="alert">
          <Link to="/exercises" className={buttonClass('primary')}>
            {t('toExercises')}
          </Link>
        </EmptyState>
      </Page>
    );
  }
  return children(state.user);
}

import { Link, Outlet } from '@tanstack/react-router';
import { Announcer } from '@/components/announcer';
import { useOutbox } from '@/features/submissions/api/use-outbox';
import { useSession } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import styles from './app-shell.module.css';
import { ConnectionBanner } from './connection-banner';
import { EndedSession } from './ended-session';
import { Header } from './header';
import { UnreachablePage } from './page-states';

/** What surrounds every page. */
export function AppShell() {
  const t = useMessages(messages);
  const state = useSession();
  const unreachable = state.status === 'starting' && state.unreachable;
  useOutbox();
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <Header />
      {!unreachable && <ConnectionBanner />}
      {state.status === 'signed-in' && state.enrolmentRequired && (
        <p className={styles.enrol}>
          {t('enrol')} <Link to="/profile/security">{t('enrolAction')}</Link>
        </p>
      )}
      <main id="content" tabIndex={-1} className={styles.main}>
        {unreachable ? <UnreachablePage /> : <Outlet />}
      </main>
      <EndedSession />
      <Announcer />
    </>
  );
}

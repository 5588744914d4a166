import { Outlet } from '@tanstack/react-router';
import { Announcer } from '@/components/announcer';
import { SessionDialog } from '@/features/account/components/session-dialog';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import styles from './app-shell.module.css';
import { ConnectionBanner } from './connection-banner';
import { Header } from './header';

/** What surrounds every page. */
export function AppShell() {
  const t = useMessages(messages);
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <Header />
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <SessionDialog />
      <Announcer />
    </>
  );
}

import { Suspense } from 'react';
import { Loading } from '@/components/spinner';
import { SessionList } from '@/features/account/components/session-list';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AccountPage } from '../layout/account-page';

export default function SessionsPage() {
  const t = useMessages(messages);
  return (
    <AccountPage title={t('sessions')} lead={() => t('sessionsLead')}>
      {() => (
        <Suspense fallback={<Loading />}>
          <SessionList />
        </Suspense>
      )}
    </AccountPage>
  );
}

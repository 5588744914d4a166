import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { Loading } from '@/components/spinner';
import { mailsQuery, useRetryMail } from '@/features/administration/api/administration';
import { MailTable } from '@/features/administration/components/mail-table';
import { messages } from '@/features/administration/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AdministrationPage } from '../layout/administration-page';

export default function MailsPage() {
  const t = useMessages(messages);
  return (
    <AdministrationPage title={t('mails')} lead={t('mailsLead')}>
      <Suspense fallback={<Loading />}>
        <Dead />
      </Suspense>
    </AdministrationPage>
  );
}

function Dead() {
  const t = useMessages(messages);
  const query = useSuspenseInfiniteQuery(mailsQuery);
  const retry = useRetryMail();
  const mails = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      {retry.error && <ProblemAlert error={retry.error} />}
      <Card>
        {mails.length > 0 ? (
          <MailTable
            mails={mails}
            onRetry={(id) => retry.mutate(id, { onSuccess: () => announce(t('retried')) })}
          />
        ) : (
          <EmptyState icon="check">{t('noMails')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}

import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { Loading } from '@/components/spinner';
import { failuresQuery, useRetry } from '@/features/judging/api/judging';
import { FailureTable } from '@/features/judging/components/failure-table';
import { JudgeTable } from '@/features/judging/components/judge-table';
import { QueueTable } from '@/features/judging/components/queue-table';
import { messages } from '@/features/judging/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AdministrationPage } from '../layout/administration-page';
import styles from './page-sections.module.css';
import { useExerciseTitles } from './use-exercise-titles';

export default function JudgingPage() {
  const t = useMessages(messages);
  return (
    <AdministrationPage title={t('title')} lead={t('lead')}>
      <Suspense fallback={<Loading />}>
        <section className={styles.section}>
          <h2>{t('queue')}</h2>
          <QueueTable />
        </section>
        <section className={styles.section}>
          <h2>{t('judges')}</h2>
          <JudgeTable />
        </section>
        <Failures />
      </Suspense>
    </AdministrationPage>
  );
}

function Failures() {
  const t = useMessages(messages);
  const { title } = useExerciseTitles();
  const query = useSuspenseInfiniteQuery(failuresQuery());
  const failures = query.data.pages.flatMap((page) => page.items);
  const retry = useRetry();
  const start = (submissions: readonly number[] | null) =>
    retry.mutate(submissions, {
      onSuccess: ({ queued }) => announce(t('queued', { count: queued })),
    });
  const skipped = retry.data?.skipped_exercises.length ?? 0;
  return (
    <section className={styles.section}>
      <h2>{t('failures')}</h2>
      {retry.error && <ProblemAlert error={retry.error} />}
      {retry.data && (
        <Alert tone={skipped > 0 ? 'warn' : 'good'}>
          <p>{t('queued', { count: retry.data.queued })}</p>
          {skipped > 0 && <p>{t('skipped', { count: skipped })}</p>}
        </Alert>
      )}
      {failures.length > 0 && (
        <div className={styles.lead}>
          <p>{t('failuresLead')}</p>
          <Button icon="reset" pending={retry.isPending} onClick={() => start(null)}>
            {t('retryAll')}
          </Button>
        </div>
      )}
      <Card>
        {failures.length > 0 ? (
          <FailureTable
            failures={failures}
            exerciseTitle={title}
            onRetry={(submission) => start([submission])}
          />
        ) : (
          <EmptyState icon="check">{t('noFailures')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </section>
  );
}

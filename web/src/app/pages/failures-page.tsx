import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { Loading } from '@/components/spinner';
import { submissionsQuery, useRejudgeAll } from '@/features/submissions/api/submissions';
import type { SubmissionState } from '@/features/submissions/api/judging';
import { FailureTable } from '@/features/submissions/components/failure-table';
import { messages } from '@/features/submissions/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AdministrationPage } from '../layout/administration-page';
import styles from './list-page.module.css';
import { useExerciseTitles } from './use-exercise-titles';

export default function FailuresPage() {
  const t = useMessages(messages);
  const rejudge = useRejudgeAll();
  const start = (submissions: readonly SubmissionState[]) =>
    rejudge.mutate(submissions, {
      onSuccess: (count) => announce(t('requeued', { count })),
    });
  return (
    <AdministrationPage title={t('failures')} lead={t('failuresLead')}>
      {rejudge.error && <ProblemAlert error={rejudge.error} />}
      {rejudge.data !== undefined && (
        <Alert tone="good">{t('requeued', { count: rejudge.data })}</Alert>
      )}
      <Suspense fallback={<Loading />}>
        <Failures pending={rejudge.isPending} onRejudge={start} />
      </Suspense>
    </AdministrationPage>
  );
}

interface FailuresProps {
  readonly pending: boolean;
  readonly onRejudge: (submissions: readonly SubmissionState[]) => void;
}

function Failures({ pending, onRejudge }: FailuresProps) {
  const t = useMessages(messages);
  const { title } = useExerciseTitles();
  const query = useSuspenseInfiniteQuery(submissionsQuery({ status: 'judge_error' }));
  const submissions = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      {submissions.length > 1 && (
        <div className={styles.search}>
          <Button icon="reset" pending={pending} onClick={() => onRejudge(submissions)}>
            {t('rejudgeShown')}
          </Button>
        </div>
      )}
      <Card className={styles.card}>
        {submissions.length > 0 ? (
          <FailureTable
            submissions={submissions}
            exerciseTitle={title}
            onRejudge={(submission) => onRejudge([submission])}
          />
        ) : (
          <EmptyState icon="check">{t('noFailures')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}

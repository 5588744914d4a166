import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { buttonClass } from '@/components/button';
import { Card, EmptyState, LoadMore, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { submissionsQuery } from '@/features/submissions/api/submissions';
import { SubmissionTable } from '@/features/submissions/components/submission-table';
import { messages } from '@/features/submissions/messages';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { SignedIn } from '../layout/page-states';
import { messages as appMessages } from '../messages';
import { useExerciseTitles } from './use-exercise-titles';

const route = getRouteApi('/submissions');

export default function SubmissionsPage() {
  return <SignedIn>{(user) => <Mine user={user} />}</SignedIn>;
}

function Mine({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  const { exercise } = route.useSearch();
  const { title } = useExerciseTitles();
  return (
    <Page
      title={exercise ? t('titleFor', { exercise: title(exercise) }) : t('title')}
      actions={exercise && <Link to="/submissions">{t('allMine')}</Link>}
    >
      <Suspense fallback={<Loading />}>
        <List user={user} exercise={exercise} />
      </Suspense>
    </Page>
  );
}

interface ListProps {
  readonly user: User;
  readonly exercise: number | undefined;
}

function List({ user, exercise }: ListProps) {
  const t = useMessages(messages);
  const appT = useMessages(appMessages);
  const { title } = useExerciseTitles();
  const filter = { user_id: user.id, exercise_id: exercise };
  const query = useSuspenseInfiniteQuery(submissionsQuery(filter));
  const submissions = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Card>
        {submissions.length > 0 ? (
          <SubmissionTable submissions={submissions} exerciseTitle={title} />
        ) : (
          <EmptyState icon="list">
            <p>{t('none')}</p>
            <Link to="/exercises" className={buttonClass('primary')}>
              {appT('toExercises')}
            </Link>
          </EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
    </>
  );
}

import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { buttonClass } from '@/components/button';
import { Card, EmptyState, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { progressQuery } from '@/features/progress/api/progress';
import { ProgressView } from '@/features/progress/components/progress-view';
import { messages } from '@/features/progress/messages';
import { useMessages } from '@/lib/i18n/messages';
import { SignedIn } from '../layout/page-states';
import { useExerciseTitles } from './use-exercise-titles';

export default function ProgressPage() {
  const t = useMessages(messages);
  return (
    <SignedIn>
      {() => (
        <Page title={t('title')}>
          <Suspense fallback={<Loading />}>
            <Mine />
          </Suspense>
        </Page>
      )}
    </SignedIn>
  );
}

function Mine() {
  const t = useMessages(messages);
  const progress = useSuspenseQuery(progressQuery()).data;
  const { title, slug } = useExerciseTitles();
  if (progress.items.length > 0) {
    return <ProgressView progress={progress} exerciseTitle={title} exerciseSlug={slug} />;
  }
  return (
    <Card>
      <EmptyState icon="trophy">
        <p>{t('none')}</p>
        <Link to="/exercises" className={buttonClass('primary')}>
          {t('toList')}
        </Link>
      </EmptyState>
    </Card>
  );
}
